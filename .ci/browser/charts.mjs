// The charts: what they say under the pointer is what the packets say, and one can look closer and back, also by keys.
import assert from "node:assert/strict";
import { lossMarks } from "./drawn.mjs";
import { violations } from "./looks.mjs";
import { clockOf, count, decimal, millis } from "./written.mjs";

const PLACES = 24; // where along a chart the pointer rests

export async function chartsOf(t, page, report) {
  const ping = page.locator("#rtt figure").first();
  const rate = page.locator("#rate figure").first();
  await t.test("under the pointer stand time, round trip and frame of packets", async () => {
    const said = await hover(page, ping);
    const byFrame = new Map(report.packets.map((packet) => [count(packet.frame_number), packet]));
    for (const legend of said) assert.deepEqual(legend, ofRequest(byFrame.get(legend.Frame), report, legend));
    assert.ok(
      said.some((legend) => legend["Round trip"].startsWith("lost")),
      "the pointer met no loss",
    );
    assert.ok(
      said.some((legend) => legend["Round trip"].endsWith("ms")),
      "the pointer met no answer",
    );
  });
  await t.test("under the pointer stand the messages of each type", async () => {
    const { buckets } = report.statistics.rate;
    const clock = clockOf(report);
    for (const { "From (UTC)": time, ...types } of await hover(page, rate)) {
      const sum = Object.values(types).reduce((all, words) => all + Number(words.replaceAll(",", "")), 0);
      assert.equal(sum, buckets.find((bucket) => clock(bucket.time) === time)?.count ?? 0, `at ${time}`);
    }
  });
  for (const [name, figure] of [
    ["round trips", ping],
    ["messages over time", rate],
  ]) {
    await t.test(`dragging over ${name} looks closer, and a double click or the button shows all again`, () =>
      zoomByMouse(page, figure),
    );
    await t.test(`so do keys, over ${name}`, () => zoomByKeys(page, figure));
  }
  await t.test("earlier and later times are as long, and end where the ping does", () => goThroughTime(ping));
  await t.test("between two losses there is none", () => lookBetweenLosses(page, ping));
  await t.test("keys hide a line and show it again", () => hide(page, rate));
}

/** What a chart's legend says, for the pointer at several places. */
async function hover(page, figure) {
  const said = [];
  await figure.scrollIntoViewIfNeeded();
  const box = await figure.locator(".u-over").boundingBox();
  for (let place = 0; place < PLACES; place++) {
    await page.mouse.move(box.x + (box.width * (place + 0.5)) / PLACES, box.y + box.height / 3);
    said.push(
      await figure.locator(".u-legend").evaluate(async (legend) => {
        await new Promise(requestAnimationFrame);
        return Object.fromEntries(
          [...legend.rows].map((row) => [row.querySelector(".u-label").textContent, row.querySelector(".u-value").textContent]),
        );
      }),
    );
  }
  return said;
}

/** Of an answered request its round trip, of a lost one how many were lost from it on, up to when the last of them was sent. */
function ofRequest(request, report, { "Sent (UTC)": time }) {
  const reply = report.packets.find((packet) => packet.request_frame === request.frame_number);
  const said = (sent, fate) => ({ "Sent (UTC)": sent, "Round trip": fate, Frame: count(request.frame_number) });
  if (reply) return said(micros(request.timestamp), millis(reply.rtt_ms));
  const burst = report.echo.sessions[0].loss_bursts.find((one) => one.first_time === request.timestamp);
  const ends = [burst.first_time, burst.last_time].map(micros);
  return said(ends.includes(time) ? time : ends, `lost (${burst.count})`);
}

function micros(time) {
  const [clock, fraction] = time.split("T")[1].replace("Z", "").split(".");
  return `${clock}.${decimal(Number(fraction) / 1000, 0)
    .replaceAll(",", "")
    .padStart(6, "0")}`;
}

async function zoomByMouse(page, figure) {
  const reset = figure.getByRole("button", { name: "Whole time" });
  await figure.scrollIntoViewIfNeeded();
  const whole = await picture(figure);
  const box = await figure.locator(".u-over").boundingBox();
  const across = async () => {
    await page.mouse.move(box.x + box.width * 0.3, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 60, { steps: 4 });
    await page.mouse.up();
    assert.notEqual(await picture(figure), whole);
    assert.ok(await reset.isVisible());
  };
  await across();
  await page.mouse.dblclick(box.x + box.width / 2, box.y + 60);
  assert.equal(await picture(figure), whole);
  assert.ok(await reset.isHidden());
  await across();
  await reset.click();
  assert.equal(await picture(figure), whole);
  assert.ok(await reset.isHidden());
}

/** From one button to the next by the tabulator. */
async function zoomByKeys(page, figure) {
  const seen = [await picture(figure)];
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  const press = async (key, name) => {
    assert.equal(await focused(), name);
    await page.keyboard.press(key);
    seen.push(await picture(figure));
  };
  await figure.getByRole("button", { name: "Closer" }).focus();
  await press("Enter", "Closer");
  await page.keyboard.press("Tab");
  await press(" ", "Earlier");
  await page.keyboard.press("Tab");
  await press("Enter", "Later");
  assert.ok(
    seen.every((one, index) => one !== seen[index - 1]),
    "each key shows another time",
  );
  await page.keyboard.press("Tab");
  await press(" ", "Whole time");
  assert.equal(seen.at(-1), seen[0]);
  assert.equal(await focused(), "Closer");
}

async function goThroughTime(figure) {
  const press = async (name, times) => {
    for (let time = 0; time < times; time++) await figure.getByRole("button", { name }).click();
    return picture(figure);
  };
  await press("Closer", 2);
  const first = await press("Earlier", 8);
  const last = await press("Later", 8);
  assert.notEqual(last, first);
  assert.equal(await press("Later", 1), last);
  assert.equal(await press("Earlier", 8), first);
  await press("Whole time", 1);
}

/** Dragged over is the longest time without a loss. */
async function lookBetweenLosses(page, figure) {
  await figure.scrollIntoViewIfNeeded();
  const marks = await lossMarks(figure);
  const pauses = marks.slice(1).map(({ from }, index) => ({ from: marks[index].to, to: from }));
  const longest = pauses.reduce((one, other) => (other.to - other.from > one.to - one.from ? other : one));
  const box = await figure.locator("canvas").boundingBox();
  await page.mouse.move(box.x + longest.from + 8, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + longest.to - 8, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await picture(figure);
  assert.deepEqual(await lossMarks(figure), []);
  await figure.getByRole("button", { name: "Whole time" }).click();
}

async function hide(page, figure) {
  const whole = await picture(figure);
  const name = figure.locator(".u-legend").getByRole("button").first();
  assert.equal(await name.getAttribute("aria-pressed"), "true");
  await name.press("Enter");
  assert.equal(await name.getAttribute("aria-pressed"), "false");
  assert.notEqual(await picture(figure), whole);
  assert.deepEqual(await violations(page), []);
  await name.press(" ");
  assert.equal(await name.getAttribute("aria-pressed"), "true");
  assert.equal(await picture(figure), whole);
}

function picture(figure) {
  return figure.locator("canvas").evaluate(async (canvas) => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return canvas.toDataURL();
  });
}
