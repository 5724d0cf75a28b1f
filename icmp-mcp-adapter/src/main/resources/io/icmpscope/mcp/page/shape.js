// Sizes and TTLs as small histograms, and what the data of pings looks like.

const BAR = 20; // height of a row
const NAME = 96; // room for what the row is
const LONG = 150; // the longest bar

function shape(report) {
  const { sizes = [], ttls = [] } = report.statistics ?? {};
  const pictures = [
    histogram("Sizes of frames", "bytes", sizes),
    histogram("Time to live or hop limit, as captured", "", ttls),
  ].filter(Boolean);
  const columns = [
    text("Data looks like", (row) => row.class),
    text("Which means", (row) => row.implies, { wide: true }),
    { name: "Confidence", of: (row) => row.confidence },
    number("Messages", "count"),
    { name: "Example frame", number: true, of: (row) => count(row.example_frame) },
  ];
  return section(
    "shape",
    "Sizes, TTLs and data",
    pictures.length > 0 ? el("div", { class: "histograms" }, pictures) : null,
    table("Data of echo requests", columns, report.payload_classes ?? []),
  );
}

function histogram(title, unit, rows) {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map((row) => row.count));
  const words = rows.map((row) => `${range(row)} ${unit}: ${count(row.count)}`).join("; ");
  const width = NAME + LONG + 76;
  const height = rows.length * BAR;
  return el(
    "figure",
    {},
    el("figcaption", {}, el("h3", {}, title), unit ? el("p", {}, unit) : null),
    svg("svg", { class: "histogram", role: "img", "aria-label": `${title}: ${words}`, width, height, viewBox: `0 0 ${width} ${height}` }, rows.map((row, index) => bar(row, index, most))),
  );
}

function bar(row, index, most) {
  const middle = index * BAR + BAR / 2;
  const long = Math.max(1, (row.count / most) * LONG);
  return [
    svg("text", { x: NAME - 8, y: middle + 4, class: "name" }, range(row)),
    svg("rect", { x: NAME, y: middle - 6, width: long, height: 12, class: "bar" }),
    svg("text", { x: NAME + long + 6, y: middle + 4, class: "amount" }, count(row.count)),
  ];
}

function range({ from, to }) {
  if (from === to) return count(from);
  return exists(to) ? `${count(from)}–${count(to)}` : `${count(from)} and more`;
}
