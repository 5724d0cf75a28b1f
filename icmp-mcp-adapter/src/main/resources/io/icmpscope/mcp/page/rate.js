// Messages per type over time, in the buckets of the rate.

const COLOURS = 6;
const DASHES = [[], [6, 3], [2, 3]];

function rate(report, series) {
  const all = report.statistics?.rate;
  const types = series.types?.length > 0 ? series.types : inAll(all);
  if (!all || types.length === 0) return null;
  const peak = `Busiest: ${figure(all.peak.per_second)} per second at ${clock(all.peak.time)}.`;
  const drawn = all.buckets.length > 1;
  const unit = all.bucket_seconds === 1 ? "messages per second" : `messages in ${count(all.bucket_seconds)} s`;
  const counts = table("Messages by type and code", typeColumns(), report.statistics.by_type ?? []);
  return section(
    "rate",
    "Messages over time",
    el("p", { class: "note" }, peak, drawn ? el("span", { class: "how" }, " A name below the chart hides its line.") : ""),
    drawn ? el("figure", {}, rateChart(types, all, unit, peak)) : null,
    counts,
    leftOut(report.statistics, "by_type"),
  );
}

function inAll(all) {
  if (!all) return [];
  return [{ name: "All messages", times_ms: all.buckets.map((one) => Date.parse(one.time)), counts: all.buckets.map((one) => one.count) }];
}

function rateChart(types, all, unit, peak) {
  const step = all.bucket_seconds * 1000;
  const times = steps(types, step);
  const data = [times, ...types.map((type) => at(type, times))];
  const lines = types.map((type, index) => ({
    label: type.name,
    stroke: () => colour("series" + (index % COLOURS)),
    dash: DASHES[Math.floor(index / COLOURS) % DASHES.length],
    width: 1.5,
    paths: uPlot.paths.stepped({ align: 1 }),
    points: { show: false },
    value: (u, value) => (exists(value) ? count(value) : "–"),
  }));
  const options = {
    unit,
    switches: true,
    scales: { x: { time: true, range: (u, min, max) => [min, max] }, y: { range: (u, min, max) => [0, Math.max(1, max * 1.08)] } },
    series: [{ label: "From (UTC)", value: (u, time) => (exists(time) ? clockOf(time) : "–") }, ...lines],
  };
  const names = types.map((type) => type.name).join(", ");
  return chart(`Messages over time (${unit}) of ${names}. ${peak} The table below has the counts.`, options, data);
}

/** The beginnings of all buckets that have messages, and of those behind them: a line falls to nought where nothing came. */
function steps(types, step) {
  const begins = new Set(types.flatMap((type) => type.times_ms));
  for (const time of [...begins]) begins.add(time + step);
  return [...begins].sort((a, b) => a - b);
}

function at(type, times) {
  const counts = new Map(type.times_ms.map((time, index) => [time, type.counts[index]]));
  return times.map((time) => counts.get(time) ?? 0);
}

function typeColumns() {
  return [
    text("Message", (row) => row.name),
    { name: "Version", of: (row) => (row.ip_version === 6 ? "ICMPv6" : "ICMP") },
    { name: "Type", number: true, of: (row) => String(row.icmp_type) },
    { name: "Code", number: true, of: (row) => (exists(row.icmp_code) ? String(row.icmp_code) : "") },
    number("Messages", "count"),
    number("Bytes", "bytes"),
  ];
}
