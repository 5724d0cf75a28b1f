// The axes of charts: in letters as large as the reader wants them, and with times in UTC.

const DAY = 86400000;
const MONTH = 30 * DAY; // about, by which a step is chosen
const YEAR = 365 * DAY;
const CLOCK = [1, 2, 5, 10, 15, 30];
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500], // milliseconds
  ...CLOCK.map((seconds) => 1000 * seconds),
  ...CLOCK.map((minutes) => 60000 * minutes),
  ...[1, 2, 3, 4, 6, 8, 12].map((hours) => 3600000 * hours),
  ...[1, 2, 5, 10, 15].map((days) => DAY * days),
  ...[1, 2, 3, 4, 6].map((months) => MONTH * months),
  ...[1, 2, 5, 10, 25, 50, 100].map((years) => YEAR * years),
];
const LETTER = 0.62; // of the height of letters, the width of a digit in a wide font

/** The letters of who reads, in pixels: 16 unless they have chosen others. */
function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Pictures are drawn as if letters had 16 pixels, and grow with them. */
document.documentElement.style.setProperty("--letters", rem() / 16);

/** Both axes, and the room at the right for half of the last time. */
function frame(unit) {
  const letters = Math.round(rem() * 0.75); // uPlot takes whole pixels
  const font = `${letters}px system-ui, sans-serif`;
  let longest = 8;
  const common = {
    stroke: () => colour("muted"),
    grid: { stroke: () => colour("grid"), width: 1 },
    ticks: { stroke: () => colour("grid"), width: 1, size: 4 },
    font,
    labelFont: font,
    labelGap: 2,
  };
  const room = (step) => letters * (step >= 1000 && step < DAY ? 6 : 8); // from one time to the next
  const times = {
    ...common,
    space: 6 * letters,
    incrs: (u, axis, from, to, wide) => STEPS.filter((step) => (step / (to - from)) * wide >= room(step)),
    size: (u, words) => Math.ceil(letters * (words?.some((one) => one.includes("\n")) ? 3.6 : 2.3)),
    splits: (u, axis, from, to, step) => moments(from, to, step),
    values: (u, marks, axis, space, step) => {
      const words = marks.map((mark, index) => tick(mark, step, isOneDay(u), marks[index - 1]));
      longest = Math.max(1, ...words.flatMap((one) => one.split("\n")).map((one) => one.length));
      return words;
    },
  };
  const values = {
    ...common,
    label: unit,
    labelSize: Math.ceil(1.5 * letters),
    size: (u, words) => Math.ceil(letters * (1.2 + LETTER * Math.max(2, ...(words ?? []).map((word) => String(word ?? "").length)))),
    filter: (u, marks) => marks.map((mark) => (mark < 0 ? null : mark)),
  };
  return { axes: [times, values], padding: [null, () => Math.ceil((longest * LETTER * letters) / 2), null, null] };
}

function isOneDay(plot) {
  const [first, last] = firstAndLast(plot);
  return date(first) === date(last);
}

/** Where marks stand: at whole steps in UTC, and where a step is a month or more, at the first of one. */
function moments(from, to, step) {
  const marks = [];
  if (step < MONTH) {
    for (let at = Math.ceil(from / step) * step; at <= to; at += step) marks.push(at);
    return marks;
  }
  const months = step < YEAR ? Math.round(step / MONTH) : 12 * Math.round(step / YEAR);
  const first = new Date(from);
  const since = 12 * first.getUTCFullYear() + first.getUTCMonth();
  for (let month = Math.floor(since / months) * months; ; month += months) {
    const at = Date.UTC(1970, month - 12 * 1970);
    if (at > to) return marks;
    if (at >= from) marks.push(at);
  }
}

/** A time on the axis, as short as the step between two allows; below it the date, where there are several and it is another. */
function tick(time, step, oneDate, before) {
  const words = written(time);
  if (step >= YEAR) return words.slice(0, 4);
  if (step >= MONTH) return words.slice(0, 7);
  if (step >= DAY) return words.slice(0, 10);
  const clock = step >= 1000 ? words.slice(11, 19) : words.slice(11, 23);
  const dated = !oneDate && (before === undefined || date(before) !== date(time));
  return dated ? `${clock}\n${date(time)}` : clock;
}

function date(time) {
  return written(time).slice(0, 10);
}

function written(time) {
  return new Date(Math.round(time)).toISOString();
}
