// How figures and times are written. Nothing is computed here but the number of digits.

const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const MILLIS = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });
const PERCENT = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** Whether all messages are of one day, which then need not stand at every time. */
let oneDay = false;

function exists(value) {
  return value !== null && value !== undefined;
}

function count(value) {
  return exists(value) ? WHOLE.format(value) : "";
}

function figure(value) {
  return exists(value) ? MILLIS.format(value) : "";
}

function millis(value) {
  return exists(value) ? MILLIS.format(value) + " ms" : "";
}

function percent(value) {
  if (!exists(value)) return "";
  if (value > 0 && value < 0.01) return "< 0.01 %"; // what is lost is not nothing
  return (value < 100 && value > 99.99 ? "> 99.99" : PERCENT.format(value)) + " %";
}

function seconds(value) {
  return exists(value) ? MILLIS.format(value) + " s" : "";
}

/** A time to the millisecond; the element keeps it as it was. */
function when(time) {
  return exists(time) ? el("time", { datetime: time }, clock(time)) : "";
}

function clock(time) {
  const words = time.replace("T", " ").replace(/(\.\d{3})\d*Z$/, "$1");
  return oneDay ? words.slice(11) : words;
}

function span(first, last) {
  if (!exists(first)) return "";
  return first === last ? when(first) : el("span", {}, when(first), " to ", when(last));
}

/** Milliseconds since 1970, to the microsecond, as a time of the day. */
function clockOf(time) {
  const whole = Math.floor(time);
  const micros = String(Math.floor((time - whole) * 1000 + 0.5)).padStart(3, "0");
  const words = new Date(whole).toISOString().replace("T", " ").replace("Z", micros === "000" ? "" : micros);
  return oneDay ? words.slice(11) : words;
}

function word(name) {
  return name.replaceAll("_", " ");
}

function frames(list) {
  return (list ?? []).map(count).join(", ");
}
