// Pings: the round trips of each over time, and all of them in a table.

const MARK = 9; // pixels of the strip of losses, below the zero of the axis
const STRIP = 0.09; // its share of the axis
const NARROW = 2; // pixels of a mark
const APART = 4; // pixels from one mark to the next, at least
const DRAG = "Drag over a chart to look closer; a double click shows the whole time again; the buttons do the same.";
const PRESS = "The buttons look closer.";

function roundTrips(report, series) {
  const charts = (series.rtt ?? []).map((one) => roundTrip(one, report)).filter(Boolean);
  return section(
    "rtt",
    "Round-trip time",
    charts.length > 0
      ? el("p", { class: "note" }, hint("mouse", DRAG), hint("touch", PRESS), key("loss", "lost request"), key("outage", "outage"))
      : null,
    charts,
    charts.length > 0 ? undrawn(report, charts.length) : null,
  );
}

/** Each chart takes room, on the screen and in the file. */
function undrawn({ echo }, drawn) {
  const all = echo.sessions.length + (echo.sessions_omitted ?? 0);
  return drawn < all
    ? el("p", { class: "note" }, `Drawn are ${count(drawn)} of ${count(all)} pings: the worst of those with two requests or more.`)
    : null;
}

/** What is of no use on paper, or without a mouse. */
function hint(whose, words) {
  return el("span", { class: "how " + whose }, words, " ");
}

function key(name, words) {
  return el("span", { class: "key " + name }, words);
}

function roundTrip(one, report) {
  const session = report.echo?.sessions?.[one.session];
  const rows = course(one);
  if (!session || rows.length < 2) return null;
  const outages = (one.outages ?? []).map((index) => report.outages?.[index]).filter(exists);
  const words = inWords(session, outages, one.sent_ms.length);
  const title = `${session.requester} → ${session.responder}`;
  const data = [rows.map((row) => row.time), rows.map((row) => row.rtt), rows.map(() => null)];
  return el(
    "figure",
    {},
    el("figcaption", {}, el("h3", { id: "rtt-" + one.session }, title, el("span", { class: "id" }, ` id ${session.icmp_id}`)), el("p", {}, words)),
    chart(`Round-trip time of the ping ${title}. ${words}`, rttOptions(rows, one.losses, outages), data),
  );
}

/** Answers and losses in one order of time: a lost request is a gap in the line. */
function course(one) {
  const answers = one.sent_ms.map((time, index) => ({ time, rtt: one.rtt_ms[index], frame: one.frames[index] }));
  const { first_ms, last_ms, counts, frames } = one.losses;
  const losses = first_ms.flatMap((time, index) => {
    const row = { time, rtt: null, frame: frames[index], lost: counts[index] };
    return last_ms[index] > time ? [row, { ...row, time: last_ms[index] }] : [row];
  });
  return [...answers, ...losses].sort((a, b) => a.time - b.time);
}

function inWords(session, outages, drawn) {
  const rtt = session.rtt_ms;
  const parts = [`${count(session.sent)} sent`, `${count(session.lost)} lost` + (session.lost ? ` (${percent(session.loss_percent)})` : "")];
  if (session.pending) parts.push(`${count(session.pending)} pending`);
  if (rtt) parts.push(`round trip ${figure(rtt.min)} / ${figure(rtt.avg)} / ${figure(rtt.max)} ms (min / avg / max)`);
  for (const one of outages) parts.push(`outage from ${clock(one.first_time)} to ${clock(one.last_time)}, ${count(one.lost)} lost`);
  if (drawn < session.received) parts.push(`${count(drawn)} of ${count(session.received)} round trips drawn`);
  return parts.join("; ") + ".";
}

/** Between two losses an answer has no line: it is a point, also where there is no room for a point at each. */
function lonely(rows) {
  const isAnswer = (index) => exists(rows[index]?.rtt);
  return [...rows.keys()].filter((index) => isAnswer(index) && !isAnswer(index - 1) && !isAnswer(index + 1));
}

function rttOptions(rows, losses, outages) {
  const alone = lonely(rows);
  return {
    unit: "ms",
    scales: { x: { time: true, range: around }, y: { range: (u, min, max) => room(max) } },
    series: [
      { label: "Sent (UTC)", value: (u, time) => (exists(time) ? clockOf(time) : "–") },
      {
        label: "Round trip",
        stroke: () => colour("line"),
        width: 1.25,
        points: { size: 5, fill: () => colour("line"), filter: (u, index, all) => (all ? null : alone) },
        value: (u, rtt, index, at) => (exists(at) ? fate(rows[at]) : "–"),
      },
      { label: "Frame", scale: "none", paths: () => null, points: { show: false }, value: (u, none, index, at) => (exists(at) ? count(rows[at].frame) : "–") },
    ],
    hooks: { drawClear: [(u) => shade(u, outages)], draw: [(u) => marks(u, losses)] },
  };
}

function fate(row) {
  return row.lost ? `lost (${count(row.lost)})` : millis(row.rtt);
}

/** From zero up, with the strip of losses below it. */
function room(max) {
  const top = max > 0 ? max * 1.08 : 1;
  return [-top * STRIP, top];
}

function shade(u, outages) {
  for (const outage of outages) {
    box(u, Date.parse(outage.first_time), Date.parse(outage.last_time), u.bbox.top, u.bbox.height, colour("outage"));
  }
}

function marks(u, losses) {
  const fill = colour("loss");
  for (const [index, first] of losses.first_ms.entries()) lost(u, first, losses.last_ms[index], losses.counts[index], fill);
}

/** Requests lost in a row: a mark for each, evenly from the first to the last; where there is no room between them, a bar. */
function lost(u, first, last, many, fill) {
  const height = MARK * devicePixelRatio;
  const top = u.bbox.top + u.bbox.height - height;
  const step = many > 1 ? (last - first) / (many - 1) : 0;
  const apart = u.valToPos(first + step, "x", true) - u.valToPos(first, "x", true);
  if (apart < APART * devicePixelRatio) {
    box(u, first, last, top, height, fill);
    return;
  }
  const { min, max } = u.scales.x;
  const end = Math.min(many - 1, Math.ceil((max - first) / step));
  for (let at = Math.max(0, Math.floor((min - first) / step)); at <= end; at++) {
    box(u, first + at * step, first + at * step, top, height, fill);
  }
}

/** From one time to another, but no narrower than can be seen; at whole pixels, so that what is apart looks so. */
function box(u, from, to, top, height, fill) {
  const { left, width } = u.bbox;
  const least = NARROW * devicePixelRatio;
  const first = Math.round(u.valToPos(from, "x", true) - least / 2);
  const last = Math.max(Math.round(u.valToPos(to, "x", true) + least / 2), first + least);
  if (last <= left || first >= left + width) return;
  const begin = Math.max(left, first);
  const end = Math.min(left + width, last);
  u.ctx.save();
  u.ctx.fillStyle = fill;
  u.ctx.fillRect(begin, top, end - begin, height);
  u.ctx.restore();
}

function sessions(report) {
  const echo = report.echo ?? {};
  const list = echo.sessions ?? [];
  const queries = echo.queries ?? [];
  return section(
    "sessions",
    queries.length > 0 ? "Pings and other queries" : "Pings",
    table("Loss and round trips per ping; the titles sort", [...pingColumns(), ...rttColumns()], list, true),
    leftOut(echo, "sessions"),
    table("Queries of other kinds", [text("Kind", (row) => word(row.kind), { head: false }), ...pingColumns(), ...rttColumns()], queries, true),
    leftOut(echo, "queries"),
  );
}

function pingColumns() {
  return [
    text("From", (row) => row.requester, { code: true }),
    text("To", (row) => row.responder, { code: true }),
    { name: "Id", number: true, of: (row) => String(row.icmp_id), by: (row) => row.icmp_id },
    { ...moment("First", "first_time"), number: true },
    number("Sent", "sent"),
    number("Received", "received"),
    number("Lost", "lost"),
    number("Loss", "loss_percent", percent),
    seldom("Pending", "pending"),
    seldom("Refused", "errors"),
    seldom("Duplicates", "duplicates"),
    seldom("Sent again", "retransmissions"),
    seldom("Late", "late"),
    seldom("Out of order", "out_of_order"),
    seldom("Unsolicited", "unsolicited"),
    seldom("Captured twice", "capture_copies"),
    seldom("Other data", "payload_mismatches"),
    text("Others answered", (row) => row.other_responders.join(", "), { code: true }),
  ];
}

function rttColumns() {
  return ["min", "avg", "median", "p95", "max", "mdev", "jitter"].map((name) => ({
    name: name === "min" ? "min ms" : name,
    number: true,
    of: (row) => figure(row.rtt_ms?.[name]),
    by: (row) => row.rtt_ms?.[name],
  }));
}
