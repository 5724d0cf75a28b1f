// Pings: a figure for each that has points over time, and the tables.
import { clockOf, count, decimal, figure, percent, spaced } from "../written.mjs";
import { expected } from "../sheet.mjs";

const SELDOM = {
  Pending: "pending",
  Refused: "errors",
  Duplicates: "duplicates",
  "Sent again": "retransmissions",
  Late: "late",
  "Out of order": "out_of_order",
  Unsolicited: "unsolicited",
  "Captured twice": "capture_copies",
  "Other data": "payload_mismatches",
};

export function* pings(report, { parts, series }) {
  const { sessions, queries } = report.echo;
  const tables = parts.sessions?.tables ?? {};
  const columns = columnsOf(clockOf(report));
  yield ["pings", shown(tables["Loss and round trips per ping; the titles sort"]), expectedOr(columns, sessions)];
  yield [
    "queries",
    shown(tables["Queries of other kinds"]),
    expectedOr([["Kind", (row) => spaced(row.kind)], ...columns], queries),
  ];
  const drawn = series.rtt.filter(
    ({ sent_ms: sent, losses: { counts } }) => sent.length + counts.length > 1 || counts.some((lost) => lost > 1),
  );
  yield [
    "pings over time",
    parts.rtt?.figures.map((one) => [one.title, one.words, one.charts]) ?? [],
    drawn.map((one) => caption(report, sessions[one.session], one.sent_ms.length)),
  ];
  const all = sessions.length + (report.echo.sessions_omitted ?? 0);
  yield [
    "how many pings are drawn",
    parts.rtt?.notes.slice(1) ?? [],
    drawn.length === 0 || drawn.length === all
      ? []
      : [`Drawn are ${count(drawn.length)} of ${count(all)} pings: the worst of those with two requests or more.`],
  ];
  for (const one of series.rtt) yield* points(report, one, sessions[one.session]);
}

function shown(table) {
  return table && { titles: table.titles, rows: table.rows };
}

function expectedOr(columns, rows) {
  return rows.length === 0 ? undefined : expected(columns, rows);
}

function columnsOf(clock) {
  const seldom = Object.entries(SELDOM).map(([title, key]) => [title, (row) => (row[key] === 0 ? "" : count(row[key]))]);
  const rtt = ["min", "avg", "median", "p95", "max", "mdev", "jitter"].map((name) => [
    name === "min" ? "min ms" : name,
    (row) => figure(row.rtt_ms?.[name]),
  ]);
  return [
    ["From", (row) => row.requester],
    ["To", (row) => row.responder],
    ["Id", (row) => `${row.icmp_id}`],
    ["First", (row) => clock(row.first_time)],
    ["Sent", (row) => count(row.sent)],
    ["Received", (row) => count(row.received)],
    ["Lost", (row) => count(row.lost)],
    ["Loss", (row) => percent(row.loss_percent)],
    ...seldom,
    ["Others answered", (row) => row.other_responders.join(", ")],
    ...rtt,
  ];
}

function caption(report, session, drawn) {
  const clock = clockOf(report);
  const { sent, received, lost, pending, loss_percent: share, rtt_ms: rtt } = session;
  const parts = [`${count(sent)} sent`, lost > 0 ? `${count(lost)} lost (${percent(share)})` : "0 lost"];
  if (pending > 0) parts.push(`${count(pending)} pending`);
  if (rtt) parts.push(`round trip ${figure(rtt.min)} / ${figure(rtt.avg)} / ${figure(rtt.max)} ms (min / avg / max)`);
  for (const one of report.outages.filter((outage) => within(outage, session))) {
    parts.push(`outage from ${clock(one.first_time)} to ${clock(one.last_time)}, ${count(one.lost)} lost`);
  }
  if (drawn < received) parts.push(`${count(drawn)} of ${count(received)} round trips drawn`);
  return [`${session.requester} → ${session.responder} id ${session.icmp_id}`, `${parts.join("; ")}.`, 1];
}

function within(outage, session) {
  return (
    ["requester", "responder", "icmp_id"].every((key) => outage[key] === session[key]) &&
    outage.first_time >= session.first_time &&
    outage.first_time <= session.last_time
  );
}

/** What the chart draws is what the statistics count: the first answer to each request, and pings this short are not thinned. */
function* points(report, one, session) {
  const name = `points of the ping of id ${session.icmp_id}`;
  yield [`${name}: lost`, one.losses.counts.reduce((sum, lost) => sum + lost, 0), session.lost];
  yield [`${name}: answered`, one.rtt_ms.length, session.received];
  if (session.rtt_ms && session.duplicates === 0) {
    yield [
      `${name}: shortest and longest`,
      extremes(one.rtt_ms),
      [session.rtt_ms.min, session.rtt_ms.max].map((rtt) => decimal(rtt, 6)),
    ];
  }
}

function extremes(list) {
  return [Math.min(...list), Math.max(...list)].map((rtt) => decimal(rtt, 6));
}
