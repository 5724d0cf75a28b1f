// Puts the page together, in the order in which it is read.

function show(report, series) {
  dropCharts();
  const { first_time: first, last_time: last } = report.capture ?? {};
  oneDay = exists(first) && exists(last) && first.slice(0, 10) === last.slice(0, 10);
  const sections = [
    summary(report),
    findings(report),
    roundTrips(report, series),
    rate(report, series),
    sessions(report),
    traceroutes(report),
    errors(report, series),
    pathMtu(report),
    redirects(report),
    routers(report),
    neighbors(report),
    groups(report),
    shape(report),
    captureLacks(report),
    source(report),
  ].filter(Boolean);
  place("head").replaceChildren(...head(report));
  place("main").replaceChildren(...sections);
  place("contents").replaceChildren(el("ul", {}, sections.map(entry)));
  place("contents").hidden = false;
  place("foot").replaceChildren(el("p", {}, "Made by icmpscope", report.analysis_timestamp ? ` on ${day(report.analysis_timestamp)}` : "", ". Times are in UTC."));
  drawCharts();
  widenPaths();
}

function place(id) {
  return document.getElementById(id);
}

function entry(part) {
  return el("li", {}, el("a", { href: "#" + part.id }, part.querySelector("h2").textContent));
}

function embedded(id) {
  return JSON.parse(place(id).textContent);
}

if (embedded("report") === null) converse();
else show(embedded("report"), embedded("series"));
