// The page inside a conversation: it shows what the host hands to it, looks as the host does, and asks for more through it.
import assert from "node:assert/strict";
import path from "node:path";
import { Host, REPORT } from "./host.mjs";
import { bringAxe, violations } from "./looks.mjs";
import { clockOf, count, figure } from "./written.mjs";
import { pings } from "./figures/pings.mjs";
import { sheet } from "./sheet.mjs";

const SERIES = "io.icmpscope/series";
const DARK = "rgb(21, 24, 27)";

export async function app(t, tools, browser, jar, capture) {
  const host = await Host.start(tools, jar);
  t.after(() => host.close());
  await t.test("the tool names the page, and the page is there", async () => {
    const { tools: offered } = await host.client.listTools();
    const uris = Object.fromEntries(offered.map((tool) => [tool.name, tool._meta?.ui?.resourceUri]));
    assert.deepEqual(uris, { analyze_icmp_packets: REPORT, list_icmp_packets: undefined });
    const { contents } = await host.client.readResource({ uri: REPORT });
    assert.deepEqual(
      contents.map((one) => [one.uri, one.mimeType]),
      [[REPORT, "text/html;profile=mcp-app"]],
    );
  });
  const frame = await host.show(browser, { theme: "light" });
  await t.test("before the result it says that it waits", () => frame.getByText("Waiting for the report.").waitFor());
  const result = await host.analyze(capture);
  const report = result.structuredContent;
  await frame.locator("#source").waitFor();
  const inside = await (await frame.owner().elementHandle()).contentFrame();

  await t.test("it shows the result", async () => {
    const { head, parts } = await sheet(inside);
    assert.equal(head.title, path.basename(capture));
    assert.deepEqual(parts.summary.sentences, report.summary);
    assert.equal(parts.findings.articles.length, report.findings.length);
    const series = result._meta[SERIES];
    for (const [name, found, wanted] of pings(report, { parts, series })) assert.deepEqual(found, wanted, name);
  });
  await t.test("it looks as the host does, also when that changes", async () => {
    const paper = () => inside.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(await paper(), "rgb(255, 255, 255)");
    host.bridge.setHostContext({ theme: "dark" });
    await inside.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    assert.equal(await paper(), DARK);
  });
  await t.test("it tells the host how tall it is", async () => {
    const tall = await inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    assert.equal(host.sizes.at(-1).height, tall);
  });
  await more(t, host, frame, report, capture);
  await t.test("axe-core finds nothing", async () => {
    await bringAxe(tools, inside);
    assert.deepEqual(await violations(inside), []);
  });
  await t.test("an error of the tool is said in its words", async () => {
    const failed = await host.analyze(`${capture}.missing`);
    await frame.getByText(failed.structuredContent?.error ?? JSON.parse(failed.content[0].text).error).waitFor();
  });
  await t.test("it answers when the host takes it down", async () =>
    assert.deepEqual(await host.bridge.teardownResource({}), {}),
  );
  await t.test("nothing on the console, no error, no request", () => assert.deepEqual(host.faults, []));
}

/** The next messages, and those of one ping, by calls of the server's tool through the host. */
async function more(t, host, frame, report, capture) {
  const part = frame.locator("#messages");
  const rows = () =>
    part.locator("tbody tr").evaluateAll((lines) => lines.map((line) => [...line.cells].map((cell) => cell.textContent)));
  const press = async (name) => {
    const tables = await part.locator("table").count();
    await part.getByRole("button", { name, exact: true }).click();
    await part.locator("table").nth(tables).waitFor();
  };
  const clock = clockOf(report);
  const line = (packet) => [
    count(packet.frame_number),
    clock(packet.timestamp),
    packet.src_ip,
    packet.dst_ip,
    packet.icmp_type_name,
    `${packet.icmp_id}`,
    `${packet.icmp_seq}`,
    figure(packet.rtt_ms),
  ];
  const first = (await host.list({ pcap_file: capture, limit: 50 })).structuredContent;
  await t.test("the first messages on demand", async () => {
    await press("Show messages");
    assert.deepEqual(await rows(), first.packets.map(line));
  });
  await t.test("and the next", async () => {
    await press("Show more");
    const next = (await host.list({ pcap_file: capture, limit: 50, cursor: first.next_cursor })).structuredContent;
    assert.deepEqual(await rows(), [...first.packets, ...next.packets].map(line));
    assert.equal(host.calls.at(-1).arguments.cursor, first.next_cursor);
  });
  await t.test("those of one ping", async () => {
    const session = report.echo.sessions[1];
    await part.locator("select").selectOption({ index: 2 });
    await press("Show messages");
    const shown = await rows();
    assert.equal(shown.length, session.sent + session.received);
    assert.ok(
      shown.every((cells) => cells[5] === `${session.icmp_id}`),
      JSON.stringify(shown),
    );
    assert.equal(host.calls.at(-1).arguments.icmp_id, session.icmp_id);
  });
  await t.test("it has called no other tool", () =>
    assert.deepEqual([...new Set(host.calls.map((call) => call.name))], ["list_icmp_packets"]),
  );
}
