// Traceroutes as paths from hop to hop: a line for each answer, several beside each other where a hop has several.

const ROW = 50; // height of an answer
const LANE = 22; // between answers of one hop
const LEFT = 44; // the first lane; left of it stands the number of the hop
const WIDTH = 380;
const DOT = 5;

function traceroutes(report) {
  const list = report.traceroutes ?? [];
  return section("traceroutes", "Traceroutes", list.length > 0 ? el("div", { class: "paths" }, list.map(traceroute)) : null, leftOut(report, "traceroutes"));
}

function traceroute(one, index) {
  const words = pathInWords(one);
  const title = `${one.source} → ${one.destination}`;
  const facts = [one.protocol.toUpperCase(), ends(one), one.probes_captured ? null : "hops inferred: the probes are not in the capture", when(one.first_time)];
  const parts = facts.filter(filledIn).flatMap((fact, at) => (at === 0 ? [fact] : [", ", fact]));
  return el(
    "figure",
    {},
    el("figcaption", {}, el("h3", {}, title), el("p", {}, parts)),
    scrolling(`Path of traceroute ${index + 1}, ${title}`, picture(one, `Path from ${one.source} to ${one.destination}. ${words}`)),
    leftOut(one, "hops"),
  );
}

function ends(one) {
  return one.reached ? "reached" : "not reached (" + word(one.end_reason) + ")";
}

function pathInWords(one) {
  const hops = hopsAndGaps(one).map((hop) => {
    if (hop.without) return hop.without[0].toUpperCase() + hop.without.slice(1) + ".";
    const answers = hop.responders.map((each) => [each.ip, millis(each.rtt_summary_ms?.avg)].filter(filledIn).join(" "));
    const lost = hop.loss_percent > 0 ? `, ${percent(hop.loss_percent)} lost` : "";
    return `Hop ${hop.ttl}: ${answers.length > 0 ? answers.join(" or ") + othersThan(hop) + lost : unnamed(hop)}.`;
  });
  return hops.join(" ") + ` The destination was ${ends(one)}.`;
}

/** The hops, and between them those of which nothing is said. */
function hopsAndGaps(one) {
  const all = [];
  for (const hop of one.hops) {
    const before = all.at(-1)?.ttl ?? 0;
    if (hop.ttl > before + 1) all.push({ from: before + 1, to: hop.ttl - 1 });
    all.push(hop);
  }
  const missing = all.filter((step) => step.from).reduce((sum, step) => sum + step.to - step.from + 1, 0);
  return all.map((step) => (step.from ? { without: `${spanOf(step)} ${whyMissing(one, missing)}` } : step));
}

function spanOf({ from, to }) {
  return from === to ? `hop ${from}` : `hops ${from} to ${to}`;
}

/** A short result leaves hops out; others had no probe, or none that a router quoted. */
function whyMissing(one, missing) {
  if (!one.hops_omitted) return one.probes_captured ? "not probed" : "not known";
  return one.hops_omitted < missing ? "not listed or not probed" : "not listed";
}

function othersThan(hop) {
  return hop.responders_omitted ? `, ${others(hop)}` : "";
}

function others({ responders_omitted: omitted }) {
  return `${count(omitted)} more ${omitted === 1 ? "address" : "addresses"} not listed`;
}

/** A hop without an address: silent, or one whose answers a short result does not list. */
function unnamed(hop) {
  return hop.answered > 0 ? `${count(hop.answered)} ${hop.answered === 1 ? "answer" : "answers"}, not listed` : "no answer";
}

/** Puts every answer of every hop at its place, and lines from all answers of a hop to all of the one before. */
function picture(one, label) {
  const stops = [[{ x: LEFT, y: DOT + 7, kind: "source" }]];
  let y = DOT + 7 + ROW * 0.8;
  for (const hop of hopsAndGaps(one)) {
    const answers = hop.responders?.length > 0 ? hop.responders : [null];
    stops.push(answers.map((answer, lane) => ({ x: LEFT + lane * LANE, y: y + lane * ROW, hop, answer, kind: kindOf(hop, answer, one) })));
    y += answers.length * ROW;
  }
  const lanes = Math.max(...stops.map((stop) => stop.length));
  const start = LEFT + (lanes - 1) * LANE + 18;
  const scale = Math.max(0, ...one.hops.flatMap((hop) => hop.responders.flatMap((each) => each.rtt_ms)));
  return svg(
    "svg",
    { class: "path", role: "img", "aria-label": label, width: start + WIDTH - 60, height: y, viewBox: `0 0 ${start + WIDTH - 60} ${y}` },
    links(stops),
    svg("text", { x: start, y: stops[0][0].y + 4, class: "code" }, one.source),
    stops.flatMap((stop) => stop.map((each) => spot(each))),
    stops.slice(1).flatMap((stop) => stop.flatMap((each, lane) => labels(each, lane, start, scale))),
  );
}

function kindOf(hop, answer, one) {
  if (hop.without) return "gap";
  if (!answer) return "silent";
  return answer.ip === one.destination ? "end" : "router";
}

function links(stops) {
  const lines = [];
  for (let at = 1; at < stops.length; at++) {
    for (const from of stops[at - 1]) {
      for (const to of stops[at]) lines.push(link(from, to, isUnsure(from) || isUnsure(to)));
    }
  }
  return lines;
}

function isUnsure(stop) {
  return stop.kind === "silent" || stop.kind === "gap";
}

function link(from, to, unsure) {
  const middle = Math.min(from.y + ROW * 0.5, to.y);
  const course = from.x === to.x ? `M${from.x} ${from.y}V${to.y}` : `M${from.x} ${from.y}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
  return svg("path", { d: course, class: unsure ? "link unsure" : "link" });
}

function spot({ x, y, kind }) {
  if (kind === "source") return svg("rect", { x: x - DOT, y: y - DOT, width: 2 * DOT, height: 2 * DOT, class: "stop" });
  if (kind === "gap") return null;
  if (kind === "end") return [svg("circle", { cx: x, cy: y, r: DOT + 2, class: "ring" }), svg("circle", { cx: x, cy: y, r: DOT - 1.5, class: "stop" })];
  return svg("circle", { cx: x, cy: y, r: DOT, class: kind === "silent" ? "silent" : "stop" });
}

function labels({ y, hop, answer }, lane, start, scale) {
  if (hop.without) return svg("text", { x: start, y: y + 4, class: "quiet" }, hop.without);
  const number = lane === 0 ? [svg("text", { x: 22, y: y + 4, class: "ttl" }, hop.ttl)] : [];
  const lost = hop.loss_percent > 0 && lane === 0 ? `${percent(hop.loss_percent)} lost of ${count(hop.sent)}` : "";
  if (!answer) {
    return [...number, svg("text", { x: start, y: y + 4, class: "quiet" }, unnamed(hop), exists(hop.sent) ? ` to ${count(hop.sent)} ${hop.sent === 1 ? "probe" : "probes"}` : "")];
  }
  const rtt = answer.rtt_summary_ms;
  const figures = rtt ? (answer.rtt_ms.length > 1 ? `${figure(rtt.min)} / ${figure(rtt.avg)} / ${figure(rtt.max)} ms` : millis(rtt.avg)) : "";
  const more = lane === 0 && hop.responders_omitted ? others(hop) : "";
  const share = hop.responders.length > 1 || more ? `${count(answer.answered)} of ${count(hop.answered)} answers` : "";
  const first = answer.rtt_ms_omitted ? `dots: the first ${count(answer.rtt_ms.length)}` : "";
  const line = [figures, first, share, more, labelStack(answer)].filter(Boolean).join(" · ");
  return [
    ...number,
    svg("text", { x: start, y: y + 4, class: "code" }, answer.ip, answer.annotation ? svg("tspan", { class: "mark" }, "  " + answer.annotation) : null),
    svg("text", { x: start, y: y + 19, class: "quiet" }, line, lost ? svg("tspan", { class: "lost" }, (line ? " · " : "") + lost) : null),
    dots(answer, start, y + 28, scale),
  ];
}

function labelStack(answer) {
  const stack = (answer.mpls ?? []).map((entry) => (typeof entry === "object" ? entry.label : entry));
  return stack.length > 0 ? `MPLS ${stack.join(" ")}` : "";
}

/** The round trips of an answer on the scale that all hops of the path share. */
function dots(answer, start, y, scale) {
  if (scale === 0 || answer.rtt_ms.length === 0) return null;
  const long = WIDTH - 120;
  return [
    svg("path", { d: `M${start} ${y}h${long}`, class: "scale" }),
    answer.rtt_ms.map((rtt) => svg("circle", { cx: start + (rtt / scale) * long, cy: y, r: 2, class: "trip" })),
  ];
}

/** Widens pictures whose texts are longer than most, once they are on the page and have a width. */
function widenPaths() {
  for (const path of document.querySelectorAll("svg.path")) {
    const { x, width } = path.getBBox();
    const end = Math.ceil(x + width);
    const { width: wide, height } = path.viewBox.baseVal;
    if (end <= wide) continue;
    path.setAttribute("width", end);
    path.setAttribute("viewBox", `0 0 ${end} ${height}`);
  }
}
