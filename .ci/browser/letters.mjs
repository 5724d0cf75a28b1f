// Letters are as large as the reader wants them: on the page, in pictures and on the axes of charts.
import assert from "node:assert/strict";
import { painted } from "./drawn.mjs";
import { cut, tooWide, widen } from "./looks.mjs";

const LARGE = 24; // pixels, of a reader who chose letters half as large again as the usual 16

export async function letters(t, page) {
  const usual = await sizes(page);
  await t.test("letters of charts have 12 pixels at least", () => assert.ok(usual.axes >= 12, `${usual.axes}`));
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: LARGE } });
  await page.reload();
  const large = await sizes(page);
  for (const place of Object.keys(usual)) {
    await t.test(`${place} grow with the letters of the browser`, () => {
      const grown = large[place] / usual[place];
      assert.ok(Math.abs(grown - LARGE / 16) < 0.05, `${usual[place]} became ${large[place]}`);
    });
  }
  for (const width of [1100, 360]) {
    await widen(page, width);
    await t.test(`nothing is too wide or cut, ${width} px wide`, async () =>
      assert.deepEqual([...(await tooWide(page)), ...(await cut(page))], []),
    );
    await t.test(`words of charts are whole, ${width} px wide`, async () => {
      const texts = await painted(page, page.locator("#rtt figure").first());
      assert.deepEqual(
        texts.filter(({ left, right, width: all }) => left < 0 || right > all),
        [],
      );
    });
  }
}

async function sizes(page) {
  const pixels = (selector) => page.locator(selector).first().evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
  const tall = async (selector) => (await page.locator(selector).first().boundingBox()).height;
  const texts = await painted(page, page.locator("#rtt figure").first());
  return {
    words: await pixels("#summary li"),
    tables: await pixels("#sessions td"),
    titles: await pixels("h1"),
    pictures: await tall("svg.histogram text"),
    charts: await tall("#rtt canvas"),
    axes: Math.min(...texts.map(({ pixels: size }) => size)),
  };
}
