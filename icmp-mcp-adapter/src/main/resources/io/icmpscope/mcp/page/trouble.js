// What routers and hosts complained about: errors, path MTU, redirects.

function errors(report, series) {
  const list = report.errors ?? [];
  const groups = new Map();
  list.forEach((one, index) => {
    const about = `${one.original?.src_ip ?? "?"} → ${one.original?.dst_ip ?? "?"}`;
    groups.set(about, [...(groups.get(about) ?? []), { ...one, traffic: series.traffic?.[index] }]);
  });
  const bodies = [...groups].map(([about, rows]) => el("tbody", {}, rows.map((row, index) => errorLine(about, rows.length, row, index))));
  const titles = ["About packets", "Carrying", "Reported by", "Times", "Means", "Message", "First (UTC)", "Frames"];
  const head = el("tr", {}, titles.map((title) => el("th", { scope: "col", class: title === "Times" ? "number" : null }, title)));
  const caption = "ICMP errors by whose packets they are about";
  return section(
    "errors",
    "Errors",
    list.length > 0 ? scrolling(caption, el("table", { class: "grouped" }, el("caption", {}, caption), el("thead", {}, head), bodies)) : null,
    leftOut(report, "errors"),
  );
}

function errorLine(about, size, row, index) {
  return el(
    "tr",
    {},
    index === 0 ? el("th", { scope: "rowgroup", rowspan: size, class: "code" }, halves(about)) : null,
    el("td", {}, row.traffic ?? ""),
    el("td", { class: "code" }, halves(row.reporter)),
    el("td", { class: "number", "data-value": row.count }, count(row.count)),
    el("td", { class: "wide" }, row.meaning),
    el("td", { class: "some" }, row.name),
    el("td", {}, when(row.first_time)),
    el("td", { class: "some" }, frames(row.frames), row.count > row.frames.length ? " …" : ""),
  );
}

function pathMtu(report) {
  const list = report.path_mtu ?? [];
  const columns = [
    text("From", (row) => row.source, { code: true }),
    text("To", (row) => row.destination, { code: true }),
    { name: "MTU", number: true, of: (row) => (exists(row.mtu) ? count(row.mtu) + " bytes" + (row.estimated ? " (guess)" : "") : "") },
    text("Reported by", (row) => row.reporters.join(", "), { code: true }),
    number("Reports", "events"),
    seldom("Ignored", "ignored"),
    { name: "Black hole", wide: true, of: (row) => blackHole(row.black_hole) },
    moment("First (UTC)", "first_time"),
    { name: "Frames", number: true, of: (row) => frames(row.frames) },
  ];
  return section("path-mtu", "Path MTU", table("The smallest MTU that routers reported between two hosts", columns, list), leftOut(report, "path_mtu"));
}

function blackHole(seen) {
  if (!seen) return "";
  return `${count(seen.lost)} pings of ${count(seen.lost_bytes)} bytes never answered; ${count(seen.answered)} of ${count(seen.answered_bytes)} bytes were; no router said why`;
}

function redirects(report) {
  const list = report.redirects ?? [];
  const columns = [
    text("Router", (row) => row.reporter, { code: true }),
    text("Told", (row) => row.receiver, { code: true }),
    text("To use", (row) => row.gateway, { code: true }),
    text("For", (row) => row.destination, { code: true }),
    { name: "Of", of: (row) => (row.for_host === false ? "network" : "host") },
    number("Times", "count"),
    moment("First (UTC)", "first_time"),
    { name: "Frames", number: true, of: (row) => frames(row.frames) },
  ];
  return section("redirects", "Redirects", table("Which router told whom to use another one", columns, list), leftOut(report, "redirects"));
}
