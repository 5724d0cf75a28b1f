// How large pages are, and how long Chromium takes until their charts are drawn.
//
//     node interactive.mjs --tools DIR --chromium FILE PAGE...
//
// Prints of each page, opened seven times, the milliseconds from the beginning of the navigation to the end of loading, when the
// charts are drawn and the page answers, and those of processor time of its thread up to then. The middle one of each counts.
import { stat } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Stage, Tools } from "./stage.mjs";

const TIMES = 7;
const text = { type: "string" };
const { values: options, positionals: pages } = parseArgs({ options: { tools: text, chromium: text }, allowPositionals: true });
const stage = await Stage.open(new Tools(options.tools), options.chromium);
for (const page of pages) {
  const { size } = await stat(page);
  const runs = [];
  for (let time = 0; time < TIMES; time++) runs.push(await open(pathToFileURL(path.resolve(page)).href));
  const middle = (key) => runs.map((run) => run[key]).sort((one, two) => one - two)[(TIMES - 1) / 2];
  console.log(`${page}: ${size} bytes, ${runs[0].charts} charts, loaded in ${middle("loaded")} ms, processor time ${middle("busy")} ms`);
}
await stage.close();

async function open(address) {
  const context = await stage.browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(address);
  const { metrics } = await session.send("Performance.getMetrics");
  const loaded = await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
  const charts = await page.locator("canvas").count();
  await context.close();
  const busy = metrics.find((metric) => metric.name === "TaskDuration").value * 1000;
  return { loaded: Math.round(loaded), busy: Math.round(busy), charts };
}
