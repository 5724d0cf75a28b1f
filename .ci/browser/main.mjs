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
import { DAYS, YEARS, acrossDays, acrossYears, apart, drawn, withinADay } from "./drawn.mjs";
import { NAME, hostile, staysText } from "./hostile.mjs";
import { letters } from "./letters.mjs";
import { bringAxe, look, lookAtWidePath } from "./looks.mjs";
import { compareNumbers } from "./numbers.mjs";
import { paper, withLongAddresses } from "./paper.mjs";
import { PHONE, phone } from "./phone.mjs";
import { NAMES as PICTURES, paint } from "./pictures.mjs";
import { sort } from "./sorting.mjs";
import { Stage, Tools } from "./stage.mjs";
import { tall, unanswered } from "./tall.mjs";
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

const UNDER = "below stay under the thresholds of findings, or are not judged.";
const NO_FINDING = [
  ["ping4-clean.pcap", "Nothing in this capture asks for attention."],
  ["vrrp4.pcap", `No finding: the outages and lost requests ${UNDER}`],
  ["mtr4-loss.pcap", `No finding: the lost probes ${UNDER}`],
];

const watched = async (t, make, ...acts) => {
  const { page: file, report } = await make();
  const { page, faults, close } = await stage.page(file);
  for (const act of acts) await act(page, report, file);
  await t.test("nothing on the console, no error, no request", () => assert.deepEqual(faults, []));
  await close();
};

/** Its interface says 0 where the most bytes of a frame stand, which means as many as there are. */
const unlimited = async () => {
  const bytes = await readFile(path.join(reports.lab, "ping4-pcapng.pcapng"));
  bytes.writeUInt32LE(0, bytes.readUInt32LE(4) + 12);
  return bytes;
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

  for (const [name, sentence] of NO_FINDING) {
    test(`no finding in ${name}`, (t) =>
      watched(
        t,
        () => reports.recorded(name),
        (page, report) => compareNumbers(t, page, report),
        (page) => t.test("is said in words that are true", () => page.getByText(sentence, { exact: true }).waitFor()),
      ));
  }

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

  test("a table of many rows", (t) =>
    watched(
      t,
      () => reports.written("unanswered.pcap", unanswered(), 0),
      (page, report) => compareNumbers(t, page, report),
      (page) => look(t, tools, page),
      (page) => tall(t, page),
    ));

  test("charts", (t) =>
    watched(
      t,
      () => reports.recorded("ping4-loss.pcap", "--max-packets", "1000"),
      (page) => bringAxe(tools, page),
      (page, report) => chartsOf(t, page, report),
    ));

  for (const [name, make, act] of [
    ["what is drawn", () => reports.recorded("ping4-loss.pcap"), drawn],
    ["what is drawn up to the edge", () => reports.recorded("vrrp4.pcap"), withinADay],
    ["what is drawn of days", async () => reports.written("days.pcap", await apart(reports.lab, DAYS), 0), acrossDays],
    ["what is drawn of years", async () => reports.written("years.pcap", await apart(reports.lab, YEARS), 0), acrossYears],
  ]) {
    test(name, (t) => watched(t, make, (page, report) => act(t, page, report)));
  }

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

  for (const name of ["unreachable6.pcap", "pmtu6.pcap"]) {
    test(`paper with ${name}`, (t) =>
      watched(
        t,
        async () => withLongAddresses(await reports.recorded(name)),
        (page) => paper(t, page),
      ));
  }

  test("a phone", async (t) => {
    const { page: file, report } = await reports.recorded("ping4-loss.pcap", "--max-packets", "1000");
    const { page, faults, close } = await stage.page(file, PHONE);
    await phone(t, page, report);
    assert.deepEqual(faults, []);
    await close();
  });

  test("large letters", (t) =>
    watched(
      t,
      () => reports.recorded("ping4-loss.pcap"),
      (page) => letters(t, page),
    ));

  test("a capture without a snap length", (t) =>
    watched(
      t,
      async () => reports.written("no-limit.pcapng", await unlimited(), 0),
      (page) => t.test("has no limit", () => page.getByRole("cell", { name: "no limit", exact: true }).waitFor()),
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
