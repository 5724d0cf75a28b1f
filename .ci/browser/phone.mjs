// On a phone: what the page says of its use can be done there, and a narrow chart hides nothing.
import assert from "node:assert/strict";
import { painted } from "./drawn.mjs";

export const PHONE = { colorScheme: "light", viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true };
const LINE = [31, 95, 158]; // --line by day

export async function phone(t, page, report) {
  const ping = page.locator("#rtt figure").first();
  await t.test("it asks nobody to drag or to click twice", async () => {
    const hint = await page.locator("#rtt .note").first().innerText();
    assert.match(hint, /^The buttons look closer\./);
    assert.doesNotMatch(hint, /drag|double/i);
  });
  await t.test("an answer between two losses is a point, though there is no room for one at each answer", async () => {
    const requests = report.packets.filter(({ icmp_type: type, icmp_id: id }) => type === 8 && id === report.echo.sessions[0].icmp_id);
    const answered = new Set(report.packets.map(({ request_frame: frame }) => frame));
    const isLost = (index) => requests[index] === undefined || !answered.has(requests[index].frame_number);
    const alone = requests.filter((one, index) => !isLost(index) && isLost(index - 1) && isLost(index + 1));
    assert.ok(alone.length > 2);
    assert.equal(await points(ping), alone.length);
  });
  await t.test("more than one time stands on the axis, and all are whole", async () => {
    const texts = (await painted(page, ping)).filter(({ words }) => words.includes(":"));
    assert.ok(texts.length > 1, JSON.stringify(texts));
    assert.ok(
      texts.every(({ left, right, width }) => left >= 0 && right <= width),
      JSON.stringify(texts),
    );
  });
  await t.test("a short table is not wider than the phone", async () => {
    const region = page.locator("#source .scroll").first();
    assert.ok(await region.evaluate((node) => node.scrollWidth <= node.clientWidth));
  });
}

/** How many discs of the colour of the line are painted: squares of seven pixels within it, which the line itself is too thin for. */
function points(figure) {
  return figure.locator("canvas").evaluate((canvas, line) => {
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    const is = (x, y) => line.every((part, at) => data[4 * (y * width + x) + at] === part);
    const within = [-3, 0, 3];
    const centres = [];
    for (let x = 4; x < width - 4; x++) {
      for (let y = 4; y < height - 4; y++) {
        if (!within.every((dx) => within.every((dy) => is(x + dx, y + dy)))) continue;
        if (!centres.some(([cx, cy]) => Math.abs(cx - x) < 15 && Math.abs(cy - y) < 15)) centres.push([x, y]);
      }
    }
    return centres.length;
  }, LINE);
}
