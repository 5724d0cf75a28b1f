// Captures recorded in the laboratory, two that are damaged here, and the reports that the jar makes of them.
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { assertHolds } from "./holding.mjs";

const run = promisify(execFile);
const DAMAGED = 1; // exit status of a capture that was read with warnings
const JAVA = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]; // short runs on few processors

export const RECORDED = [
  ["a ping with loss", "ping4-loss.pcap"],
  ["a ping with duplicates", "ping4-duplicates.pcap"],
  ["a traceroute with a silent hop", "traceroute4-silent.pcap"],
  ["a traceroute with several answers in one hop", "traceroute4-ecmp.pcap"],
  ["an mtr over IPv6 with loss", "mtr6-loss.pcap"],
  ["path MTU", "pmtu4.pcap"],
  ["a black hole", "blackhole6.pcap"],
  ["an outage in rotated files", "outage4-00.pcap", "outage4-01.pcap", "outage4-02.pcap", "outage4-03.pcap", "outage4-04.pcap"],
  ["a sweep", "sweep4.pcap"],
  ["a tunnel", "tunnel4-hans.pcap"],
  ["routers and neighbours", "ra6.pcap"],
  ["multicast groups", "mld6.pcap"],
  ["redirects", "redirect4.pcap"],
  ["queries of other kinds", "queries4.pcap"],
  ["errors over IPv6", "unreachable6.pcap"],
];

/** Makes reports below `directory`. */
export class Reports {
  constructor(jar, lab, directory) {
    Object.assign(this, { jar, lab, directory, made: 0 });
  }

  recorded(...names) {
    return this.of(names.map((name) => (/\.pcap(ng)?$/.test(name) ? path.join(this.lab, name) : name)));
  }

  /** The page of a run and what it is to show: what the JSON says, and more where the JSON cut a list. */
  async of(captures, status = 0) {
    const page = path.join(this.directory, `report-${this.made++}.html`);
    const words = [...JAVA, "-jar", this.jar, "analyze", ...captures, "--json", "--html", page];
    const done = await run("java", words, { maxBuffer: 1 << 26 }).catch((failure) => failure);
    if ((done.code ?? 0) !== status) throw new Error(`exit status ${done.code ?? 0} instead of ${status}: ${done.stderr}`);
    const result = JSON.parse(done.stdout);
    const held = JSON.parse(/<script type="application\/json" id="report">(.*?)<\/script>/s.exec(await readFile(page, "utf8"))[1]);
    assertHolds(held, result);
    return { page, report: { ...result, ...held } };
  }

  /** A capture that ends within a packet. */
  async cut() {
    const bytes = await readFile(path.join(this.lab, "ping4-loss.pcap"));
    return this.written("cut.pcap", bytes.subarray(0, 3001));
  }

  /** A capture in which the length of its 40th packet and the bytes around it were overwritten. */
  async overwritten() {
    const bytes = await readFile(path.join(this.lab, "ping4-loss.pcap"));
    let at = 24;
    for (let packet = 1; packet < 40; packet++) at += 16 + bytes.readUInt32LE(at + 8);
    return this.written("overwritten.pcap", bytes.fill(0xff, at, at + 40));
  }

  /** A report in which the addresses of a traceroute are as long as can be, with a mark behind them. */
  async wide() {
    const { page, report } = await this.recorded("traceroute6-ecmp.pcap");
    const lengthen = (words) =>
      words
        .replaceAll(/2001:db8:[0-9a-f:]*/g, "2001:db8:1111:2222:3333:4444:5555:6666")
        .replaceAll('"annotation":null', '"annotation":"!F-1280"');
    await writeFile(page, lengthen(await readFile(page, "utf8")));
    return { page, report };
  }

  /** A path of which a short result, as hosts of MCP Apps get it, leaves out hops and addresses. */
  async cutPath() {
    const { page, report } = await this.recorded("traceroute4-ecmp.pcap");
    const [path] = report.traceroutes;
    path.hops.splice(2, 1);
    path.hops_omitted = 1;
    path.hops[1].responders.pop();
    path.hops[1].responders_omitted = 1;
    const document = await readFile(page, "utf8");
    await writeFile(page, document.replace(/(id="report">).*?(<\/script>)/s, (all, before, after) => before + JSON.stringify(report) + after));
    return { page, report };
  }

  async written(name, bytes, status = DAMAGED) {
    const file = path.join(this.directory, name);
    await writeFile(file, bytes);
    return this.of([file], status);
  }
}
