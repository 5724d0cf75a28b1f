// What is painted into the charts: a mark for each lost request, and times on the axes that are whole and tell what they are.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";

const LOSS = [192, 38, 38]; // --loss by day
const SECONDS = { day: 86_400, year: 365 * 86_400 };
const CLOCK = /^\d\d:\d\d:\d\d$/;
const FINE = /^\d\d:\d\d:\d\d\.\d{3}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const MONTH = /^\d{4}-\d\d$/;

export async function drawn(t, page, report) {
  const ping = page.locator("#rtt figure").first();
  await t.test("each lost request has a mark of its own where there is room", async () => {
    const [session] = report.echo.sessions;
    const marks = await lossMarks(ping);
    assert.equal(marks.length, session.lost);
    for (const mark of marks) assert.match(await under(page, ping, mark), /^lost/);
  });
  await withinADay(t, page);
  await t.test("and milliseconds when one looks closer", async () => {
    for (let time = 0; time < 4; time++) await ping.getByRole("button", { name: "Closer" }).click();
    const texts = await painted(page, ping);
    assert.ok(texts.some(({ words }) => FINE.test(words)), JSON.stringify(texts));
    assert.deepEqual(cutOff(texts), []);
  });
}

export async function withinADay(t, page) {
  await t.test("times on the axes have hours, minutes and seconds, and are whole", () => timesAre(page, CLOCK));
}

/** A ping whose second half is of another day, or of another year. */
export async function apart(lab, gap) {
  const bytes = await readFile(path.join(lab, "ping4-loss.pcap"));
  for (let at = 24, packet = 0; at < bytes.length; at += 16 + bytes.readUInt32LE(at + 8), packet++) {
    if (packet > 50) bytes.writeUInt32LE(bytes.readUInt32LE(at) + gap, at);
  }
  return bytes;
}

export const DAYS = 2 * SECONDS.day;
export const YEARS = 3 * SECONDS.year;

export async function acrossDays(t, page) {
  await t.test("where there are several days, the date stands below the first time and the first of each day", async () => {
    for (const words of await onTimeAxes(page)) {
      const days = new Set(words.filter((one) => DATE.test(one)));
      assert.deepEqual([...days], ["2026-11-23", "2026-11-24", "2026-11-25"]);
      assert.equal(words.filter((one) => DATE.test(one)).length, days.size);
      assert.ok(words.filter((one) => CLOCK.test(one)).length > days.size, words);
    }
  });
}

export async function acrossYears(t, page) {
  await t.test("where there are several years, they stand at each time", () => timesAre(page, MONTH));
  await t.test("the time of a mark is that of the packets below it", async () => {
    const texts = (await painted(page, page.locator("#rtt figure").first())).filter(({ words }) => MONTH.test(words));
    const [one, other] = [texts[0], texts.at(-1)];
    const time = ({ words }) => Date.parse(`${words}-01T00:00:00Z`);
    const perPixel = (time(other) - time(one)) / (other.x - one.x);
    const marks = await lossMarks(page.locator("#rtt figure").first());
    const at = (pixel) => new Date(time(one) + (pixel - one.x) * perPixel).toISOString().slice(0, 7);
    assert.deepEqual([at(marks[0].from), at(marks.at(-1).from)], ["2026-11", "2029-11"]);
  });
}

async function timesAre(page, form) {
  for (const words of await onTimeAxes(page)) {
    assert.ok(words.length > 2, words);
    assert.deepEqual(
      words.filter((one) => !form.test(one)),
      [],
    );
  }
}

/** Of each chart the words on its axis of times; none of its words is cut off. */
async function onTimeAxes(page) {
  const all = [];
  for (const figure of await page.locator("figure:has(canvas)").all()) {
    const texts = await painted(page, figure);
    assert.deepEqual(cutOff(texts), []);
    all.push(texts.filter(({ words }) => /\d[-:]\d/.test(words)).map(({ words }) => words));
  }
  assert.equal(all.length, 2);
  return all;
}

function cutOff(texts) {
  return texts.filter(({ left, right, width }) => left < 0 || right > width);
}

/** The words that are painted into a chart, when it is painted anew, and where; turned ones left out. */
export async function painted(page, figure) {
  await page.evaluate(() => {
    const paint = CanvasRenderingContext2D.prototype;
    const fill = (paint.ownFillText ??= paint.fillText);
    paint.fillText = function (words, x, y) {
      const { width } = this.measureText(words);
      const left = x - { center: width / 2, right: width, end: width }[this.textAlign] || x;
      if (this.getTransform().b === 0)
        (this.canvas.texts ??= []).push({
          words,
          x,
          left,
          right: left + width,
          width: this.canvas.width,
          pixels: parseFloat(this.font),
        });
      return fill.call(this, words, x, y);
    };
  });
  const canvas = figure.locator("canvas");
  await canvas.evaluate((node) => (node.texts = []));
  await page.emulateMedia({ colorScheme: "dark" });
  await canvas.evaluate(threeFrames);
  await canvas.evaluate((node) => (node.texts = []));
  await page.emulateMedia({ colorScheme: "light" });
  await canvas.evaluate(threeFrames);
  return canvas.evaluate((node) => node.texts);
}

async function threeFrames() {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

/** From which pixel to which the strip of losses has their colour. */
export function lossMarks(figure) {
  return figure.locator("canvas").evaluate((canvas, loss) => {
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    const isLoss = (x, y) => loss.every((part, at) => data[4 * (y * width + x) + at] === part);
    const marks = [];
    for (let x = 0; x < width; x++) {
      let rows = 0;
      for (let y = 0; y < height; y++) rows += isLoss(x, y);
      if (rows < 5) continue;
      if (marks.at(-1)?.to === x) marks.at(-1).to = x + 1;
      else marks.push({ from: x, to: x + 1 });
    }
    return marks;
  }, LOSS);
}

/** What the legend says of the request at a mark. */
async function under(page, figure, { from, to }) {
  await figure.scrollIntoViewIfNeeded();
  const box = await figure.locator("canvas").boundingBox();
  await page.mouse.move(box.x + (from + to) / 2, box.y + box.height / 3);
  await figure.evaluate(threeFrames);
  return figure.locator(".u-legend .u-value").nth(1).textContent();
}
