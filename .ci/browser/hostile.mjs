// A capture whose strings are markup, scripts and quotes: its bytes are written here by hand.
import assert from "node:assert/strict";

const MARKUP = `<img src=x onerror="document.body.dataset.broken='yes'">`;
const SCRIPT = `</script><script>document.body.dataset.broken='yes'</script><!-- & &lt; {{report}} $& \u2028 " '`;
const LINK = `javascript:document.body.dataset.broken='yes'//"><svg onload=alert(1)>`;
const DOMAIN = ["<script>alert(1)</script>", `"'&<img src=x onerror=alert(1)>`];
const PAYLOAD = `<b onmouseover=alert(1)>${MARKUP}</b>`;

/** Its name is as hostile as its bytes. */
export const NAME = `<img src=x onerror=alert(1)>&"'{{series}}.pcapng`;

/** As the pcapng draft and the RFCs 8200, 4443, 4861, 8106 and 8910 draw it. */
export function hostile() {
  return Buffer.concat([
    block(0x0a0d0d0a, Buffer.from("4d3c2b1a01000000ffffffffffffffff", "hex"), [
      [1, SCRIPT],
      [3, MARKUP],
      [4, MARKUP],
    ]),
    block(1, Buffer.from("0100000000000400", "hex"), [
      [2, MARKUP],
      [3, SCRIPT],
      [11, `\0icmp6 or ${MARKUP}`],
    ]),
    packet(ipv6(advertisement())),
    packet(ipv6(Buffer.concat([Buffer.from("8000000012340001", "hex"), Buffer.from(PAYLOAD)]))),
  ]);
}

function block(type, body, options) {
  const listed = options.map(([code, words]) =>
    Buffer.concat([u16le(code), u16le(Buffer.byteLength(words)), padded(Buffer.from(words), 4)]),
  );
  const inside = Buffer.concat([body, ...listed, Buffer.alloc(4)]);
  return Buffer.concat([u32le(type), u32le(inside.length + 12), inside, u32le(inside.length + 12)]);
}

function packet(bytes) {
  const head = Buffer.concat([
    u32le(0),
    Buffer.from("00600500", "hex"),
    Buffer.from("00000000", "hex"),
    u32le(bytes.length),
    u32le(bytes.length),
  ]);
  return block(6, Buffer.concat([head, padded(bytes, 4)]), [[1, SCRIPT]]);
}

/** Ethernet and IPv6 around an ICMPv6 message without its checksum, from a router to all nodes. */
function ipv6(message) {
  const source = Buffer.from("fe800000000000000000000000000001", "hex");
  const destination = Buffer.from("ff020000000000000000000000000001", "hex");
  const pseudo = Buffer.concat([
    source,
    destination,
    Buffer.from([0, 0, message.length >> 8, message.length & 0xff, 0, 0, 0, 58]),
  ]);
  message.writeUInt16BE(checksum(Buffer.concat([pseudo, message])), 2);
  const ethernet = Buffer.from("33330000000102000000000186dd", "hex");
  const header = Buffer.concat([
    Buffer.from([0x60, 0, 0, 0, message.length >> 8, message.length & 0xff, 58, 255]),
    source,
    destination,
  ]);
  return Buffer.concat([ethernet, header, message]);
}

/** Of RFC 1071. */
function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at] << 8) + (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum >> 16) + (sum & 0xffff);
  return ~sum & 0xffff;
}

/** A router advertisement with a search domain and a captive portal. */
function advertisement() {
  const labels = Buffer.concat([
    ...DOMAIN.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.alloc(1),
  ]);
  const options = [option(31, Buffer.concat([Buffer.from("000000000708", "hex"), labels])), option(37, Buffer.from(LINK))];
  return Buffer.concat([Buffer.from("86000000400007080000000000000000", "hex"), ...options]);
}

function option(type, body) {
  const whole = padded(Buffer.concat([Buffer.from([type, 0]), body]), 8);
  whole[1] = whole.length / 8;
  return whole;
}

function padded(bytes, to) {
  return Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);
}

function u16le(value) {
  return Buffer.from([value & 0xff, value >> 8]);
}

function u32le(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export async function staysText(t, page, report) {
  await t.test("the hostile strings are in the JSON", () => {
    const words = JSON.stringify(report);
    for (const one of [SCRIPT.slice(0, 60), MARKUP, LINK, DOMAIN[0], NAME])
      assert.ok(words.includes(JSON.stringify(one).slice(1, -1)), one);
  });
  await t.test("and on the page as they are", async () => {
    const words = await page.locator("body").innerText();
    for (const one of [SCRIPT.slice(0, 60), MARKUP, LINK, DOMAIN[0], NAME]) assert.ok(words.includes(one), one);
    assert.equal(await page.title(), `ICMP in ${NAME}`);
  });
  await t.test("they make no element, no link and run nothing", async () => {
    for (const element of ["img", "b", "main script", "main svg[onload]", "[onerror]", "[onmouseover]", "a:not([href^='#'])"]) {
      assert.equal(await page.locator(element).count(), 0, element);
    }
    assert.equal(await page.locator("script").count(), 3);
    assert.equal(await page.evaluate(() => document.body.dataset.broken), undefined);
  });
}
