// Paper: what is printed is not torn apart, and nothing is on it that only a screen can do.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";

const SHEET = 1031; // pixels of A4 in landscape, 297 mm, without margins of 12 mm: 96 pixels an inch
const LONGEST = "2001:db8:1111:2222:3333:4444:5555:6666";

/** The page of a report whose addresses are as long as can be. */
export async function withLongAddresses({ page, report }) {
  await writeFile(page, (await readFile(page, "utf8")).replaceAll(/\b(2001:db8|fe80):[0-9a-f:]*/g, LONGEST));
  return { page, report };
}

export async function paper(t, page) {
  await page.setViewportSize({ width: 360, height: 900 });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: SHEET, height: 700 });
  await t.test("words in tables are whole, addresses stand on two lines at most", async () => {
    const words = await page.evaluate(wordsOfTables);
    assert.ok(words.filter(({ word }) => word.startsWith(LONGEST)).length > 3, `${words.length} words`);
    const torn = words.filter(({ word, lines, halves }) => lines > (word.startsWith(LONGEST) && halves ? 2 : 1));
    assert.deepEqual(torn, []);
  });
  await t.test("tables are no wider than the sheet", async () => {
    const right = (nodes) => nodes.map((node) => Math.ceil(node.getBoundingClientRect().right));
    const ends = await page.locator("section table").evaluateAll(right);
    assert.deepEqual(
      ends.filter((end) => end > SHEET),
      [],
    );
  });
  await t.test("their titles stand on each page, and no row or chart is cut by the end of one", async () => {
    const style = (selector, name) => page.locator(selector).first().evaluate((node, key) => getComputedStyle(node)[key], name);
    assert.equal(await style(".scroll thead", "display"), "table-header-group");
    assert.equal(await style(".scroll tbody tr", "breakInside"), "avoid");
    assert.equal(await style("figure:has(canvas)", "breakInside"), "avoid");
  });
  await t.test("charts are drawn for the sheet, also by a phone", async () => {
    for (const canvas of await page.locator("canvas").all()) {
      assert.equal(await canvas.evaluate((node) => node.width / devicePixelRatio), 1000);
      const { x, width } = await canvas.boundingBox();
      assert.ok(width > SHEET * 0.9 && x + width <= SHEET, `${x} to ${x + width}`);
    }
  });
  await t.test("the names of lines are there, and no hint for a mouse", async () => {
    assert.ok(await page.locator("#rate .u-legend button").first().isVisible());
    assert.ok(await page.locator("#rate .u-value").first().isHidden());
    assert.equal(await page.locator(".how:visible, .tools:visible").count(), 0);
  });
  await t.test("the sheet lies across", async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf).map(Number);
    assert.ok(width > height, `${width} by ${height}`);
  });
}

/** Of each word in the tables how many lines it stands on, and whether it is one that may be halved. */
function wordsOfTables() {
  const all = [];
  for (const cell of document.querySelectorAll(".scroll th, .scroll td:not(.wide)")) {
    const nodes = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    let text = "";
    const letters = [];
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      text += node.data;
      for (let at = 0; at < node.length; at++) letters.push([node, at]);
    }
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      const tops = letters.slice(index, index + word.length).map(([node, at]) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return Math.round(range.getBoundingClientRect().top);
      });
      all.push({ word, lines: new Set(tops).size, halves: cell.classList.contains("code") });
    }
  }
  return all;
}
