// The page of the report in Chromium.
//
//     node main.mjs --tools DIR --jar icmp-mcp-adapter.jar --lab DIR --chromium FILE [--screenshots DIR]
//
// DIR of --tools is what .ci/npm_tools.py prints, that of --lab has the recorded captures. With --screenshots the pictures in the
// README of the adapter are painted into DIR, and nothing else is done.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { parseArgs } from "node:util";
import { app } from "./app.mjs";
import { RECORDED, Reports } from "./captures.mjs";
import { chartsOf } from "./charts.mjs";
import { copy } from "./copying.mjs";
import { NAME, hostile, staysText } from "./hostile.mjs";
import { bringAxe, look, lookAtWidePath } from "./looks.mjs";
import { compareNumbers } from "./numbers.mjs";
import { NAMES as PICTURES, paint } from "./pictures.mjs";
import { sort } from "./sorting.mjs";
import { Stage, Tools } from "./stage.mjs";
import { theme } from "./theme.mjs";

const README = path.join(import.meta.dirname, "../../icmp-mcp-adapter/README.md");
const text = { type: "string" };
const { values: options } = parseArgs({ options: { tools: text, jar: text, lab: text, chromium: text, screenshots: text } });
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

const watched = async (t, make, ...acts) => {
  const { page: file, report } = await make();
  const { page, faults, close } = await stage.page(file);
  for (const act of acts) await act(page, report, file);
  await t.test("nothing on the console, no error, no request", () => assert.deepEqual(faults, []));
  await close();
};

if (options.screenshots) {
  test("the pictures of the README", () => paint(stage, reports, options.screenshots));
} else {
  for (const [name, make] of CAPTURES) {
    test(`the page of ${name}`, (t) =>
      watched(
        t,
        make,
        (page, report) => compareNumbers(t, page, report),
        (page) => look(t, tools, page),
      ));
  }

  test("a capture with hostile strings", (t) =>
    watched(
      t,
      () => reports.written(NAME, hostile(), 0),
      (page, report) => staysText(t, page, report),
      (page) => look(t, tools, page),
    ));

  test("a wide traceroute", (t) =>
    watched(
      t,
      () => reports.wide(),
      (page) => lookAtWidePath(t, page),
    ));

  test("a path of which a part is listed", (t) =>
    watched(
      t,
      () => reports.cutPath(),
      (page, report) => compareNumbers(t, page, report),
    ));

  test("tables", (t) =>
    watched(
      t,
      () => reports.recorded("sweep4.pcap"),
      (page, report) => sort(t, page, report),
    ));

  test("charts", (t) =>
    watched(
      t,
      () => reports.recorded("ping4-loss.pcap", "--max-packets", "1000"),
      (page) => bringAxe(tools, page),
      (page, report) => chartsOf(t, page, report),
    ));

  test("the filters of findings", (t) =>
    watched(
      t,
      () => reports.recorded("ping4-loss.pcap"),
      (page, report, file) => copy(t, stage, file, report),
    ));

  test("light, dark and paper", (t) =>
    watched(
      t,
      () => reports.recorded("ping4-loss.pcap"),
      (page) => theme(t, page),
    ));

  test("the page inside a conversation", (t) =>
    app(t, tools, stage.browser, reports.jar, path.join(reports.lab, "ping4-loss.pcap")));

  test("the pictures of the README are there", async () => {
    const readme = await readFile(README, "utf8");
    for (const name of PICTURES)
      assert.ok(
        readme.includes(`](src/docs/${name})`) && (await stat(path.join(README, "../src/docs", name))).size < 150_000,
        name,
      );
  });
}
