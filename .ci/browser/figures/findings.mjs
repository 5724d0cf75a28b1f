// The summary and the findings.
import { clockOf, count, counts, figure, spaced, span } from "../written.mjs";

export function* findings(report, { parts }) {
  yield ["summary", parts.summary.sentences, report.summary];
  yield ["findings", parts.findings.articles, report.findings.map((one) => finding(one, clockOf(report)))];
  yield ["no findings", parts.findings.notes, report.findings.length > 0 ? [] : [noFinding(report)]];
}

/** That nothing asks for attention is said only where nothing was lost and everything was read; a silent hop is no loss. */
function noFinding({ outages, echo, traceroutes, capture }) {
  const lost = [
    [outages.length, "outages"],
    [[...echo.sessions, ...echo.queries].filter((one) => one.lost > 0).length, "lost requests"],
    [traceroutes.flatMap((one) => one.hops).filter((hop) => hop.responders.length > 0 && hop.loss_percent > 0).length, "lost probes"],
  ].flatMap(([many, name]) => (many > 0 ? [name] : []));
  const unread = capture.warnings.length > 0 ? ["Of this capture not everything could be read."] : [];
  if (lost.length > 0)
    unread.unshift(`No finding: the ${lost.join(" and ")} below stay under the thresholds of findings, or are not judged.`);
  else unread.unshift(unread.length > 0 ? "No finding." : "Nothing in this capture asks for attention.");
  return unread.join(" ");
}

function finding(one, clock) {
  const facts = {
    "May be harmless": one.may_be_benign,
    "Next step": one.next_step,
    Evidence: evidence(one.evidence, clock),
    Filter: one.display_filter ? `${one.display_filter} Copy` : "",
    Kind: `${one.id}, ${one.category}; confidence ${one.confidence}`,
    References: one.references.join("; "),
  };
  return {
    kind: `finding ${one.severity}`,
    title: `${one.severity} ${one.title}`,
    words: one.summary,
    facts: Object.fromEntries(Object.entries(facts).filter(([, words]) => words !== "")),
    code: one.display_filter || null,
  };
}

function evidence(seen, clock) {
  const { measured, frames, count: all } = seen;
  const lines = [];
  if (measured)
    lines.push(
      `${spaced(measured.metric)}: ${figure(measured.value)}` +
        (measured.threshold === null ? "" : ` (threshold ${figure(measured.threshold)})`),
    );
  if (frames.length > 0)
    lines.push(`frame${frames.length > 1 ? "s" : ""} ${counts(frames)}` + (all > frames.length ? `; ${count(all)} in all` : ""));
  if (seen.first_time) lines.push(`${span(clock, seen.first_time, seen.last_time)} UTC`);
  if (seen.addresses.length > 0) lines.push(seen.addresses.join(", "));
  return lines;
}
