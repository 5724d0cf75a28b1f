// The summary, and what a reader should know, gravest first.

function summary(report) {
  const sentences = report.summary ?? (report.message ? [report.message + "."] : []);
  return section("summary", "Summary", sentences.length > 0 ? el("ul", { class: "sentences" }, sentences.map((one) => el("li", {}, one))) : null);
}

function findings(report) {
  const list = report.findings ?? [];
  if (!report.findings) return null;
  return section(
    "findings",
    "Findings",
    list.length === 0 ? el("p", { class: "note" }, noFinding(report)) : list.map(finding),
    leftOut(report, "findings"),
  );
}

/** What is beside no finding is told below all the same; FINDINGS.md says from which numbers on there is one, and of what. */
function noFinding(report) {
  const { sessions = [], queries = [] } = report.echo ?? {};
  const told = [
    report.outages?.length > 0 ? "outages" : null,
    [...sessions, ...queries].some((one) => one.lost > 0) ? "lost requests" : null,
    (report.traceroutes ?? []).some((one) => one.hops.some((hop) => hop.answered > 0 && hop.loss_percent > 0)) ? "lost probes" : null,
  ].filter(Boolean);
  const damage = report.capture?.warnings?.length > 0 ? " Of this capture not everything could be read." : "";
  if (told.length === 0) return (damage ? "No finding." : "Nothing in this capture asks for attention.") + damage;
  return `No finding: the ${told.join(" and ")} below stay under the thresholds of findings, or are not judged.` + damage;
}

function finding(one) {
  const title = el("h3", {}, el("span", { class: "severity" }, one.severity), " ", one.title);
  return el(
    "article",
    { class: "finding " + one.severity },
    title,
    el("p", {}, one.summary),
    terms("facts", [
      ["May be harmless", one.may_be_benign],
      ["Next step", one.next_step],
      ["Evidence", evidence(one.evidence)],
      ["Filter", one.display_filter ? filter(one.display_filter) : null],
      ["Kind", `${one.id}, ${one.category}; confidence ${one.confidence}`],
      ["References", (one.references ?? []).join("; ")],
    ]),
  );
}

function evidence(seen) {
  const parts = [];
  const measured = seen.measured;
  if (measured) {
    const threshold = exists(measured.threshold) ? ` (threshold ${figure(measured.threshold)})` : "";
    parts.push(el("li", {}, `${word(measured.metric)}: ${figure(measured.value)}${threshold}`));
  }
  const shown = seen.frames ?? [];
  if (shown.length > 0) {
    const all = seen.count > shown.length ? `; ${count(seen.count)} in all` : "";
    parts.push(el("li", {}, `${shown.length === 1 ? "frame" : "frames"} ${frames(shown)}${all}`));
  }
  if (seen.first_time) parts.push(el("li", {}, span(seen.first_time, seen.last_time), " UTC"));
  if ((seen.addresses ?? []).length > 0) parts.push(el("li", { class: "code" }, seen.addresses.join(", ")));
  return parts.length === 0 ? null : el("ul", { class: "evidence" }, parts);
}

/** A display filter with a button that copies it, and says so also to who does not see it. */
function filter(words) {
  const said = el("span", { class: "said", role: "status" });
  const code = el("code", {}, words);
  const button = el("button", { type: "button", class: "copy", "aria-label": "Copy the display filter", click: () => copy(code, said) }, "Copy");
  return el("span", { class: "filter" }, code, " ", button, said);
}

async function copy(code, said) {
  const done = (await byClipboard(code.textContent)) || bySelection(code);
  said.textContent = done ? "copied" : "selected; copy it with the keyboard";
  setTimeout(() => (said.textContent = ""), 3000);
}

async function byClipboard(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false; // not allowed here, as in some pages within others
  }
}

function bySelection(code) {
  getSelection().selectAllChildren(code);
  return document.execCommand("copy");
}
