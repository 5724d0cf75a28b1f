// What the capture is, what is in it by type, size and TTL, and what it lacks.
import path from "node:path";
import { clockOf, count, figure, seconds, spaced } from "../written.mjs";
import { expected } from "../sheet.mjs";

export function* capture(report, sheet) {
  yield ["overview", sheet.head, overview(report)];
  yield ["contents", sheet.contents, sheet.order.map((id) => `#${id}`)];
  yield* types(report, sheet.parts.rate);
  yield* shape(report, sheet.parts.shape);
  yield* tables(report, sheet.parts);
}

function overview(report) {
  const { first_time: first, duration_seconds: duration, format, compressed } = report.capture;
  const others = (report.captures?.length ?? 1) - 1 + (report.captures_omitted ?? 0);
  const facts = {
    "ICMP messages": count(report.icmp_packets_found),
    Packets: count(report.total_packets),
    "From (UTC)": first.slice(0, 10) + " " + first.slice(11, 19),
    Duration: seconds(duration),
    Format: format + (compressed ? ", compressed" : ""),
  };
  return { title: path.basename(report.file) + (others > 0 ? ` and ${count(others)} more` : ""), facts };
}

function* types(report, part) {
  const { rate, by_type: list } = report.statistics;
  const columns = [
    ["Message", (row) => row.name],
    ["Version", (row) => (row.ip_version === 4 ? "ICMP" : "ICMPv6")],
    ["Type", (row) => `${row.icmp_type}`],
    ["Code", (row) => (row.icmp_code === null ? "" : `${row.icmp_code}`)],
    ["Messages", (row) => count(row.count)],
    ["Bytes", (row) => count(row.bytes)],
  ];
  const { titles, rows } = part.tables["Messages by type and code"];
  yield ["messages by type", { titles, rows }, expected(columns, list)];
  const busiest = `Busiest: ${figure(rate.peak.per_second)} per second at ${clockOf(report)(rate.peak.time)}.`;
  yield ["busiest second", part.notes[0].slice(0, busiest.length), busiest];
  yield ["messages over time", part.figures.map((one) => one.charts), rate.buckets.length > 1 ? [1] : []];
}

function* shape({ statistics, payload_classes: classes }, part) {
  const all = [
    ["Sizes of frames", statistics.sizes],
    ["Time to live or hop limit, as captured", statistics.ttls],
  ].filter(([, rows]) => rows.length > 0);
  yield [
    "histograms",
    part.figures.map((one) => [one.title, one.picture.texts]),
    all.map(([title, rows]) => [title, rows.flatMap((row) => [range(row), count(row.count)])]),
  ];
  for (const [index, [title, rows]] of all.entries()) {
    const most = Math.max(...rows.map((row) => row.count));
    const { bars } = part.figures[index].picture;
    const off = rows.filter((row, at) => Math.abs(bars[at] - Math.max(1, (row.count * 150) / most)) > 0.01);
    yield [`bars of ${title} that are too long or too short`, off, []];
  }
  const columns = [
    ["Data looks like", (row) => row.class],
    ["Which means", (row) => row.implies],
    ["Confidence", (row) => row.confidence],
    ["Messages", (row) => count(row.count)],
    ["Example frame", (row) => count(row.example_frame)],
  ];
  const table = part.tables["Data of echo requests"];
  yield [
    "data of echo requests",
    table && { titles: table.titles, rows: table.rows },
    classes.length === 0 ? undefined : expected(columns, classes),
  ];
}

function range({ from, to }) {
  if (to === null || to === undefined) return `${count(from)} and more`;
  return from === to ? count(from) : `${count(from)}–${count(to)}`;
}

function* tables(report, parts) {
  const { warnings, limits_hit: limits, interfaces } = report.capture;
  const all = { ...parts.lacks?.tables, ...parts.source.tables };
  const has =
    (key, written = String) =>
    (row) =>
      row[key] === null || row[key] === undefined ? "" : written(row[key]);
  const wanted = [
    [
      "Warnings",
      warnings,
      [
        ["Warning", has("code")],
        ["File", has("file")],
        ["At byte", has("byte_offset", count)],
        ["Frame", has("frame", count)],
        ["What happened", has("message")],
      ],
    ],
    [
      "Limits of this analysis",
      limits,
      [
        ["Limit reached", has("limit", spaced)],
        ["Value", has("value", count)],
        ["Left out", has("omitted", count)],
      ],
    ],
    [
      "Interfaces",
      interfaces,
      [
        ["Interface", (row) => row.name ?? `${row.id}`],
        ["Link type", has("link_type")],
        ["Snap length", has("snaplen", (bytes) => (bytes === 0 ? "no limit" : count(bytes)))],
        ["Filter", has("filter")],
        ["Received", has("received", count)],
        ["Dropped", has("dropped", count)],
      ],
    ],
    [
      "Files of the timeline",
      report.captures ?? [],
      [
        ["File", has("file")],
        ["First frame", has("first_frame", count)],
        ["Packets", has("total_packets", count)],
      ],
    ],
  ];
  for (const [caption, rows, columns] of wanted) {
    const table = all[caption];
    yield [
      caption.toLowerCase(),
      table && { titles: table.titles, rows: table.rows },
      rows.length === 0 ? undefined : expected(columns, rows),
    ];
  }
  const facts = { File: report.file, Size: `${count(report.capture.size_bytes)} bytes` };
  if (report.capture.comments.length > 0) facts.Comments = report.capture.comments;
  yield ["facts of the capture", parts.source.facts, [facts]];
  const lacks = report.capture.truncated_frames ? { "Truncated frames": count(report.capture.truncated_frames) } : {};
  if (report.capture.incomplete_fragments) lacks["Incomplete fragments"] = count(report.capture.incomplete_fragments);
  yield ["what the capture lacks", Object.assign({}, ...(parts.lacks?.facts ?? [])), lacks];
}
