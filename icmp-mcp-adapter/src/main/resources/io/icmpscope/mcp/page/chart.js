// Charts over time by uPlot, in the colours of the page.

const CHARTS = [];
const PLOTS = []; // those that are drawn
const HEIGHT = 13.75; // rem
const PAPER = 1000; // pixels: about as wide as a sheet, whatever the screen

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

/** Puts a chart into the page. `inside` becomes part of the page later, so the chart is drawn when it has a width. */
function chart(label, options, data) {
  const place = el("div", { class: "chart" });
  const tools = zoomTools();
  const holder = el("div", {}, tools.group, place);
  CHARTS.push(() => {
    const plot = new uPlot(
      {
        ms: 1,
        width: place.clientWidth,
        height: tall(),
        cursor: { drag: { x: true, y: false }, y: false },
        legend: { live: true },
        ...options,
        ...frame(options.unit),
        hooks: { ...options.hooks, setScale: [(u, scale) => zoomed(u, scale, tools)] },
      },
      data,
      place,
    );
    const drawing = place.querySelector(".u-wrap");
    drawing.setAttribute("role", "img");
    drawing.setAttribute("aria-label", label);
    tools.use(plot);
    legend(plot, place, options.switches);
    new ResizeObserver(() => fit(plot, place)).observe(place);
    return plot;
  });
  return holder;
}

/** What dragging and a double click do, for those who use keys. */
function zoomTools() {
  let plot;
  const tool = (words, act, more) => el("button", { type: "button", click: () => act(plot), ...more }, words);
  const closer = tool("Closer", closeIn);
  const others = [
    tool("Earlier", (u) => move(u, -0.5), { hidden: true }),
    tool("Later", (u) => move(u, 0.5), { hidden: true }),
    tool("Whole time", (u) => [whole(u), closer.focus()], { hidden: true }),
  ];
  const group = el("div", { class: "tools", role: "group", "aria-label": "Time shown in the chart" }, closer, others);
  return { group, others, use: (one) => (plot = one) };
}

/** Shows the middle half of what is shown, and nothing beyond the first and the last moment. */
function closeIn(plot) {
  const [first, last] = firstAndLast(plot);
  const { min, max } = plot.scales.x;
  const quarter = (max - min) / 4;
  const from = Math.max(first, min + quarter);
  const to = Math.min(last, max - quarter);
  if (from < to) plot.setScale("x", { min: from, max: to });
}

/** Moves what is shown by a share of it, and not beyond the first and the last moment; it stays as long as it is. */
function move(plot, share) {
  const [first, last] = firstAndLast(plot);
  const { min, max } = plot.scales.x;
  const by = Math.min(Math.max(first - min, share * (max - min)), Math.max(0, last - max));
  plot.setScale("x", { min: min + by, max: max + by });
}

function whole(plot) {
  const [first, last] = firstAndLast(plot);
  plot.setScale("x", { min: first, max: last });
}

function zoomed(plot, scale, tools) {
  if (scale !== "x") return;
  const [first, last] = firstAndLast(plot);
  const { min, max } = plot.scales.x;
  for (const tool of tools.others) tool.hidden = min <= first && max >= last;
}

/** The first and the last moment. */
function firstAndLast(plot) {
  const times = plot.data[0];
  return [times[0], times[times.length - 1]];
}

/** Names in the legend as buttons that hide a line: uPlot listens to clicks on their cells, which keys do not reach. */
function legend(plot, place, switches) {
  const cells = [...place.querySelectorAll(".u-legend th")];
  for (const cell of switches ? cells.slice(0, 1) : cells) cell.classList.add("fixed");
  if (!switches) return;
  const buttons = cells.slice(1).map((cell) => el("button", { type: "button", "aria-pressed": "true" }, [...cell.childNodes]));
  buttons.forEach((button, index) => cells[index + 1].append(button));
  plot.hooks.setSeries = [() => buttons.forEach((button, index) => button.setAttribute("aria-pressed", plot.series[index + 1].show))];
}

function tall() {
  return Math.round(HEIGHT * rem());
}

function fit(plot, place) {
  const width = printing ? PAPER : place.clientWidth;
  if (width > 0 && width !== plot.width) plot.setSize({ width, height: tall() });
}

/** Some air on both sides of the whole time, also of one moment, which uPlot makes a thousandth of a day. */
function around(u, min, max) {
  if (!exists(min)) return [0, 1];
  const [first, last] = firstAndLast(u);
  const end = first === last ? min : max;
  if (min > first || end < last) return [min, end];
  const air = Math.max(1, (end - min) / 100);
  return [min - air, end + air];
}

function drawCharts() {
  PLOTS.push(...CHARTS.splice(0).map((make) => make()));
}

/** Before another report is shown. */
function dropCharts() {
  for (const plot of PLOTS.splice(0)) plot.destroy();
}

turned.push(() => PLOTS.forEach((plot) => (fit(plot, plot.root.parentNode), plot.redraw(false))));
