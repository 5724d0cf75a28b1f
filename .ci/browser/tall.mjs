// A table with more rows than a screen holds: it scrolls below its titles, and is whole on paper.
import assert from "node:assert/strict";

export const HOSTS = 100;

/** One host asks many others, and none answers: a pcap of raw IPv4, RFC 791 and 792, without checksums. */
export function unanswered() {
  const head = Buffer.from("a1b2c3d4000200040000000000000000000000ff00000065", "hex");
  return Buffer.concat([head, ...Array.from({ length: HOSTS }, (none, host) => request(host))]);
}

function request(host) {
  const bytes = Buffer.alloc(16 + 28);
  bytes.writeUInt32BE(1_700_000_000 + host, 0);
  bytes.writeUInt32BE(28, 8);
  bytes.writeUInt32BE(28, 12);
  Buffer.from("4500001c000000004001", "hex").copy(bytes, 16);
  bytes.writeUInt32BE(0x0a000001, 28);
  bytes.writeUInt32BE(0x0a000100 + host, 32);
  bytes[36] = 8;
  bytes.writeUInt16BE(host, 40);
  return bytes;
}

export async function tall(t, page) {
  const region = page.locator("#sessions .scroll").first();
  const rows = region.locator("tbody tr");
  await t.test("every row is there", async () => assert.equal(await rows.count(), HOSTS));
  await t.test("its titles stay where they are while the keyboard scrolls its rows", async () => {
    const title = region.locator("thead th").first();
    await region.focus();
    await region.press("End");
    await page.waitForFunction((node) => node.scrollTop > 0, await region.elementHandle());
    const [outer, inner] = [await region.boundingBox(), await title.boundingBox()];
    assert.ok(Math.abs(outer.y - inner.y) < 2, `${outer.y} and ${inner.y}`);
    assert.ok(outer.height < 900);
  });
  await t.test("paper has all of them", async () => {
    await page.emulateMedia({ media: "print" });
    assert.ok(await region.evaluate((node) => node.clientHeight >= node.scrollHeight));
    await page.emulateMedia({ media: "screen" });
  });
}
