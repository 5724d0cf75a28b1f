// The page of the report in Chromium.
//
//     node main.mjs --tools DIR --jar icmp-mcp-adapter.jar --lab DIR --chromium FILE
//
// DIR of --tools is what .ci/npm_tools.py prints, that of --lab has the recorded captures.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { parseArgs } from "node:util";
import { RECORDED, Reports } from "./captures.mjs";
import { compareNumbers } from "./numbers.mjs";
import { Stage, Tools } from "./stage.mjs";

const text = { type: "string" };
const { values: options } = parseArgs({ options: { tools: text, jar: text, lab: text, chromium: text } });
const tools = new Tools(options.tools);
const directory = await mkdtemp(path.join(tmpdir(), "icmpscope-browser-"));
const reports = new Reports(path.resolve(options.jar), path.resolve(options.lab), directory);
let stage;

before(async () => {
  stage = await Stage.open(tools, options.chromium);
});
after(async () => {
  await stage?.close();
  await rm(directory, { recursive: true });
});

const CAPTURES = [
  ...RECORDED.map(([name, ...files]) => [name, () => reports.recorded(...files)]),
  ["a capture that was cut", () => reports.cut()],
  ["a capture that was overwritten", () => reports.overwritten()],
];

for (const [name, make] of CAPTURES) {
  test(`the page of ${name}`, async (t) => {
    const { page: file, report } = await make();
    const { page, faults, close } = await stage.page(file);
    await compareNumbers(t, page, report);
    await t.test("nothing on the console, no error, no request", () => assert.deepEqual(faults, []));
    await close();
  });
}
