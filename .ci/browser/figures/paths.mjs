// Traceroutes: every hop, every address that answered, and its round trips.
import { clockOf, count, figure, millis, percent, spaced } from "../written.mjs";

export function* paths(report, { parts }) {
  const figures = parts.traceroutes?.figures ?? [];
  yield [
    "traceroutes",
    figures.map((one) => [one.title, one.words]),
    report.traceroutes.map((one) => caption(one, clockOf(report))),
  ];
  for (const [index, one] of report.traceroutes.entries()) {
    const { picture } = figures[index];
    const name = `path to ${one.destination}`;
    yield [`${name}: hops`, picture.texts, [one.source, ...one.hops.flatMap(hop)]];
    yield [`${name}: lines`, [picture.links, picture.unsure], lines(one)];
    yield [`${name}: round trips`, picture.trips, trips(one, picture.starts[0])];
    yield [`${name}: in words`, picture.label, inWords(one)];
  }
}

function end(one) {
  return one.reached ? "reached" : `not reached (${spaced(one.end_reason)})`;
}

function caption(one, clock) {
  const facts = [one.protocol.toUpperCase(), end(one), clock(one.first_time)];
  if (!one.probes_captured) facts.splice(2, 0, "hops inferred: the probes are not in the capture");
  return [`${one.source} → ${one.destination}`, facts.filter((fact) => fact !== "").join(", ")];
}

/** The texts of a hop: its number, then an address and its figures for each that answered. */
function hop({ ttl, sent, answered, loss_percent: loss, responders }) {
  if (responders.length === 0)
    return [`${ttl}`, sent === null ? "no answer" : `no answer to ${count(sent)} probe${sent === 1 ? "" : "s"}`];
  const lost = loss > 0 ? [`${percent(loss)} lost of ${count(sent)}`] : [];
  const texts = responders.map((one, lane) => {
    const share = responders.length > 1 ? [`${count(one.answered)} of ${count(answered)} answers`] : [];
    const labels = one.mpls.length > 0 ? [`MPLS ${one.mpls.map((entry) => entry.label ?? entry).join(" ")}`] : [];
    return [
      one.ip + (one.annotation ? `  ${one.annotation}` : ""),
      [...roundTrips(one), ...share, ...labels, ...(lane === 0 ? lost : [])].join(" · "),
    ];
  });
  return [`${ttl}`, ...texts.flat()];
}

function roundTrips({ rtt_ms: all, rtt_summary_ms: rtt }) {
  if (!rtt) return [];
  return [all.length > 1 ? `${figure(rtt.min)} / ${figure(rtt.avg)} / ${figure(rtt.max)} ms` : millis(rtt.avg)];
}

/** From each answer of a hop to each of the next; those to and from a silent hop are dotted. */
function lines(one) {
  const wide = [1, ...one.hops.map((each) => Math.max(1, each.responders.length))];
  const silent = [false, ...one.hops.map((each) => each.responders.length === 0)];
  const between = wide.slice(1).map((lanes, index) => [lanes * wide[index], silent[index] || silent[index + 1]]);
  const sum = (list) => list.reduce((total, [many]) => total + many, 0);
  return [sum(between), sum(between.filter(([, unsure]) => unsure))];
}

/** Places on one scale of 260 pixels from nought to the longest round trip of the path. */
function trips(one, start) {
  const all = one.hops.flatMap((each) => each.responders.flatMap((answer) => answer.rtt_ms));
  const longest = Math.max(...all);
  return all.map((rtt) => start + (rtt / longest) * 260);
}

function inWords(one) {
  const hops = one.hops.map((each) => {
    const answers = each.responders.map((answer) => `${answer.ip} ${millis(answer.rtt_summary_ms?.avg)}`.trim()).join(" or ");
    return `Hop ${each.ttl}: ${answers === "" ? "no answer" : answers + (each.loss_percent > 0 ? `, ${percent(each.loss_percent)} lost` : "")}.`;
  });
  return `Path from ${one.source} to ${one.destination}. ${hops.join(" ")} The destination was ${end(one)}.`;
}
