// What the capture is, and what it lacks.

function head(report) {
  const capture = report.capture ?? {};
  const several = report.captures ?? [];
  const name = report.file.split(/^[A-Za-z]:\\/.test(report.file) ? /[/\\]/ : "/").pop();
  document.title = `ICMP in ${name}`;
  return [
    el("p", { class: "kind" }, "ICMP report"),
    el("h1", {}, name, several.length > 1 ? ` and ${count(several.length - 1 + (report.captures_omitted ?? 0))} more` : ""),
    terms("overview", [
      ["ICMP messages", count(report.icmp_packets_found)],
      ["Packets", count(report.total_packets)],
      ["From (UTC)", exists(capture.first_time) ? el("time", { datetime: capture.first_time }, day(capture.first_time)) : ""],
      ["Duration", seconds(capture.duration_seconds)],
      ["Format", [capture.format, capture.compressed ? "compressed" : ""].filter(Boolean).join(", ")],
    ]),
  ];
}

function day(time) {
  return time.slice(0, 19).replace("T", " ");
}

function captureLacks(report) {
  const capture = report.capture ?? {};
  const dropped = (capture.interfaces ?? []).filter((one) => one.dropped > 0);
  const missing = terms("facts", [
    ["Truncated frames", capture.truncated_frames ? count(capture.truncated_frames) : ""],
    ["Incomplete fragments", capture.incomplete_fragments ? count(capture.incomplete_fragments) : ""],
    ["Dropped while capturing", dropped.map((one) => `${count(one.dropped)} on ${one.name ?? "interface " + one.id}`).join(", ")],
    ["Link types not read", (capture.unsupported_link_types ?? []).map((one) => `${one.link_type} (${count(one.frames)} frames)`).join(", ")],
  ]);
  return section("lacks", "What the capture lacks", warnings(capture), limits(capture), missing);
}

function warnings(capture) {
  const columns = [
    text("Warning", (row) => row.code),
    { name: "File", wide: true, of: (row) => row.file },
    { name: "At byte", number: true, of: (row) => count(row.byte_offset) },
    { name: "Frame", number: true, of: (row) => count(row.frame) },
    { name: "What happened", wide: true, of: (row) => row.message },
  ];
  return [table("Warnings", columns, capture.warnings ?? []), leftOut(capture, "warnings")];
}

function limits(capture) {
  const columns = [
    text("Limit reached", (row) => word(row.limit)),
    number("Value", "value"),
    number("Left out", "omitted"),
  ];
  return table("Limits of this analysis", columns, capture.limits_hit ?? []);
}

function source(report) {
  const capture = report.capture ?? {};
  const interfaces = [
    text("Interface", (row) => row.name ?? String(row.id), { wide: true }),
    { name: "Link type", of: (row) => row.link_type },
    { name: "Snap length", number: true, of: (row) => (row.snaplen === 0 ? "no limit" : count(row.snaplen)) },
    { name: "Filter", code: true, wide: true, of: (row) => row.filter },
    number("Received", "received"),
    number("Dropped", "dropped"),
  ];
  const files = [
    text("File", (row) => row.file, { wide: true }),
    number("First frame", "first_frame"),
    number("Packets", "total_packets"),
  ];
  return section(
    "source",
    "The capture",
    terms("facts", [
      ["File", report.file],
      ["Size", exists(capture.size_bytes) ? count(capture.size_bytes) + " bytes" : ""],
      ["Comments", lines(capture.comments, (one) => one)],
    ]),
    table("Interfaces", interfaces, capture.interfaces ?? []),
    leftOut(capture, "interfaces"),
    table("Files of the timeline", files, report.captures ?? []),
    leftOut(report, "captures"),
  );
}
