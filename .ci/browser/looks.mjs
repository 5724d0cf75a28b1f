// How a page looks: nothing that axe-core finds fault with, nothing wider than the screen, nothing cut off.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const SCREENS = [
  ["light", 1100],
  ["dark", 1100],
  ["dark", 360],
  ["light", 360],
];

/** Puts axe-core beside a page's scripts, where its policy does not reach. */
export async function bringAxe(tools, page) {
  await page.evaluate(await readFile(tools.require.resolve("axe-core/axe.min.js"), "utf8"));
}

export async function look(t, tools, page) {
  await bringAxe(tools, page);
  for (const [colorScheme, width] of SCREENS) {
    await page.emulateMedia({ colorScheme });
    await widen(page, width);
    await t.test(`axe-core finds nothing, ${colorScheme}, ${width} px wide`, async () =>
      assert.deepEqual(await violations(page), []),
    );
    await t.test(`nothing is wider than the screen, ${colorScheme}, ${width} px wide`, async () =>
      assert.deepEqual(await tooWide(page), []),
    );
    await t.test(`no picture is cut, ${colorScheme}, ${width} px wide`, async () => assert.deepEqual(await cut(page), []));
  }
}

/** Gives a page another width, and waits until its charts have it. */
export async function widen(page, width) {
  await page.setViewportSize({ width, height: 900 });
  await page.waitForFunction(drawn, width);
}

/** A path with the longest addresses, on a phone: one can scroll to the end of each. */
export async function lookAtWidePath(t, page) {
  await page.setViewportSize({ width: 360, height: 900 });
  await t.test("long addresses are whole", async () => {
    assert.ok((await page.locator("svg.path text.code").count()) > 3);
    assert.deepEqual(await cut(page), []);
  });
  await t.test("one can scroll to their end", async () => {
    const address = page.locator("svg.path text.code").nth(1);
    const region = page.locator(".scroll", { has: page.locator("svg.path") }).first();
    await region.evaluate((node) => (node.scrollLeft = node.scrollWidth));
    const [inner, outer] = await Promise.all([address.boundingBox(), region.boundingBox()]);
    assert.ok(inner.width > 300, `${inner.width} px`);
    assert.ok(inner.x + inner.width <= outer.x + outer.width + 1, JSON.stringify([inner, outer]));
  });
  await t.test("and the page is no wider than the screen", async () => assert.deepEqual(await tooWide(page), []));
}

/** What is wrong, and where: the rule, the element, and what axe-core says of it. */
export function violations(page) {
  return page.evaluate(async () => {
    const { violations: found } = await globalThis.axe.run();
    return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
  });
}

/** The document, and what reaches beyond it outside of a region that scrolls. */
export function tooWide(page) {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const outside = [...document.body.querySelectorAll("*")].filter(
      (node) => !node.closest(".scroll") && node.getBoundingClientRect().right > innerWidth,
    );
    return [`${document.documentElement.scrollWidth} px`, ...outside.map((node) => node.outerHTML.slice(0, 200))];
  });
}

/** Texts that reach beyond their picture, which ends there, and pictures that nobody can scroll to the end of. */
export function cut(page) {
  return page.evaluate(() => {
    const wrong = [];
    for (const picture of document.querySelectorAll("main svg")) {
      const { width } = picture.viewBox.baseVal;
      for (const text of picture.querySelectorAll("text")) {
        const box = text.getBBox();
        if (box.x < 0 || box.x + box.width > width)
          wrong.push(`${text.textContent}: from ${box.x} to ${box.x + box.width} of ${width}`);
      }
      const region = picture.closest(".scroll") ?? picture.parentElement;
      if (picture.getBoundingClientRect().width > region.scrollWidth + 1)
        wrong.push(`${picture.getAttribute("aria-label")}: wider than its region`);
    }
    return wrong;
  });
}

/** Whether the charts have taken the width of the screen. */
function drawn(width) {
  const charts = [...document.querySelectorAll(".chart")];
  return innerWidth === width && charts.every((chart) => chart.querySelector(".uplot")?.clientWidth === chart.clientWidth);
}
