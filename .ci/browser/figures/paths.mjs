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
    yield [`${name}: hops`, picture.texts, [one.source, ...steps(one).flatMap(hop)]];
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

/** Hops, and what is to stand where numbers between them are missing. */
function steps(one) {
  const present = new Set(one.hops.map((each) => each.ttl));
  const missing = Array.from({ length: Math.max(0, ...present) }, (none, index) => index + 1).filter((ttl) => !present.has(ttl));
  const unsaid = one.probes_captured ? "not probed" : "not known";
  const listed = one.hops_omitted < missing.length ? "not listed or not probed" : "not listed";
  const gaps = missing.filter((ttl) => !missing.includes(ttl - 1));
  const words = gaps.map((first) => {
    let last = first;
    while (missing.includes(last + 1)) last++;
    return { ttl: first, gap: `hop${last > first ? `s ${first} to` : ""} ${last} ${one.hops_omitted ? listed : unsaid}` };
  });
  return [...one.hops, ...words].sort((a, b) => a.ttl - b.ttl);
}

function more(omitted) {
  return omitted ? [`${count(omitted)} more address${omitted === 1 ? "" : "es"} not listed`] : [];
}

/** The texts of a hop: its number, then an address and its figures for each that answered. */
function hop({ gap, ttl, sent, answered, loss_percent: loss, responders, responders_omitted: omitted }) {
  if (gap) return [gap];
  if (responders.length === 0)
    return [`${ttl}`, sent === null ? "no answer" : `no answer to ${count(sent)} probe${sent === 1 ? "" : "s"}`];
  const lost = loss > 0 ? [`${percent(loss)} lost of ${count(sent)}`] : [];
  const texts = responders.map((one, lane) => {
    const others = lane === 0 ? more(omitted) : [];
    const share = responders.length > 1 || others.length > 0 ? [`${count(one.answered)} of ${count(answered)} answers`] : [];
    const labels = one.mpls.length > 0 ? [`MPLS ${one.mpls.map((entry) => entry.label ?? entry).join(" ")}`] : [];
    return [
      one.ip + (one.annotation ? `  ${one.annotation}` : ""),
      [...roundTrips(one), ...share, ...others, ...labels, ...(lane === 0 ? lost : [])].join(" · "),
    ];
  });
  return [`${ttl}`, ...texts.flat()];
}

function roundTrips({ rtt_ms: all, rtt_ms_omitted: omitted, rtt_summary_ms: rtt }) {
  if (!rtt) return [];
  const first = omitted ? [`dots: the first ${count(all.length)}`] : [];
  return [all.length > 1 ? `${figure(rtt.min)} / ${figure(rtt.avg)} / ${figure(rtt.max)} ms` : millis(rtt.avg), ...first];
}

/** From each answer of a hop to each of the next; those to and from a silent hop are dotted. */
function lines(one) {
  const all = steps(one);
  const wide = [1, ...all.map((each) => Math.max(1, each.responders?.length ?? 0))];
  const silent = [false, ...all.map((each) => each.gap || each.responders.length === 0)];
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
  const hops = steps(one).map((each) => {
    if (each.gap) return `H${each.gap.slice(1)}.`;
    const others = more(each.responders_omitted).map((words) => `, ${words}`);
    const answers = each.responders.map((answer) => `${answer.ip} ${millis(answer.rtt_summary_ms?.avg)}`.trim()).join(" or ");
    return `Hop ${each.ttl}: ${answers === "" ? "no answer" : answers + others.join("") + (each.loss_percent > 0 ? `, ${percent(each.loss_percent)} lost` : "")}.`;
  });
  return `Path from ${one.source} to ${one.destination}. ${hops.join(" ")} The destination was ${end(one)}.`;
}
