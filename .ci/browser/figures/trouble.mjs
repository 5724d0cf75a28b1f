// Errors, path MTU and redirects.
import { clockOf, count, counts } from "../written.mjs";
import { expected } from "../sheet.mjs";

const PROTOCOLS = { 1: "ICMP", 6: "TCP", 17: "UDP", 58: "ICMPv6" };
const TITLES = ["About packets", "Carrying", "Reported by", "Times", "Means", "Message", "First (UTC)", "Frames"];

export function* trouble(report, { parts }) {
  const clock = clockOf(report);
  const tables = { ...parts.errors?.tables, ...parts["path-mtu"]?.tables, ...parts.redirects?.tables };
  const shown = (caption) => tables[caption] && { titles: tables[caption].titles, rows: tables[caption].rows };
  yield ["errors", withoutServices(shown("ICMP errors by whose packets they are about")), errors(report.errors, clock)];
  yield ["path MTU", shown("The smallest MTU that routers reported between two hosts"), pathMtu(report.path_mtu, clock)];
  yield ["redirects", shown("Which router told whom to use another one"), redirects(report.redirects, clock)];
}

/** The names of services, as of port 53, are in no JSON. */
function withoutServices(table) {
  if (!table) return table;
  const carrying = (cells) => cells.length - TITLES.length + 1;
  const rows = table.rows.map((cells) => cells.map((words, at) => (at === carrying(cells) ? words.replace(/ \([^)]*\)$/, "") : words)));
  return { ...table, rows };
}

/** Those about the same two addresses beside each other, which are named once. */
function errors(list, clock) {
  if (list.length === 0) return undefined;
  const abouts = [...new Set(list.map(about))];
  const rows = abouts.flatMap((one) =>
    list.filter((error) => about(error) === one).map((error, index) => [...(index === 0 ? [one] : []), ...line(error, clock)]),
  );
  return { titles: TITLES, rows };
}

function about({ original }) {
  return `${original?.src_ip ?? "?"} → ${original?.dst_ip ?? "?"}`;
}

function line(error, clock) {
  const more = error.count > error.frames.length ? " …" : "";
  return [
    carried(error),
    error.reporter,
    count(error.count),
    error.meaning,
    error.name,
    clock(error.first_time),
    counts(error.frames) + more,
  ];
}

function carried({ original, service }) {
  if (!original || original.protocol === null) return "-";
  const words = [PROTOCOLS[original.protocol] ?? `protocol ${original.protocol}`];
  if (service !== null) words.push(`answers of port ${service}`);
  else if (original.dst_port !== null) words.push(`port ${original.dst_port}`);
  else if (original.dst_ports) words.push(`ports ${original.dst_ports.from} to ${original.dst_ports.to}`);
  if (original.icmp_id !== null) words.push(`id ${original.icmp_id}`);
  return words.join(" ");
}

function pathMtu(list, clock) {
  const columns = [
    ["From", (row) => row.source],
    ["To", (row) => row.destination],
    ["MTU", (row) => (row.mtu === null ? "" : `${count(row.mtu)} bytes${row.estimated ? " (guess)" : ""}`)],
    ["Reported by", (row) => row.reporters.join(", ")],
    ["Reports", (row) => count(row.events)],
    ["Ignored", (row) => (row.ignored === 0 ? "" : count(row.ignored))],
    [
      "Black hole",
      ({ black_hole: hole }) =>
        hole
          ? `${count(hole.lost)} pings of ${count(hole.lost_bytes)} bytes never answered; ` +
            `${count(hole.answered)} of ${count(hole.answered_bytes)} bytes were; no router said why`
          : "",
    ],
    ["First (UTC)", (row) => clock(row.first_time)],
    ["Frames", (row) => counts(row.frames)],
  ];
  return list.length === 0 ? undefined : expected(columns, list);
}

function redirects(list, clock) {
  const columns = [
    ["Router", (row) => row.reporter],
    ["Told", (row) => row.receiver],
    ["To use", (row) => row.gateway],
    ["For", (row) => row.destination],
    ["Of", (row) => (row.for_host ? "host" : "network")],
    ["Times", (row) => count(row.count)],
    ["First (UTC)", (row) => clock(row.first_time)],
    ["Frames", (row) => counts(row.frames)],
  ];
  return list.length === 0 ? undefined : expected(columns, list);
}
