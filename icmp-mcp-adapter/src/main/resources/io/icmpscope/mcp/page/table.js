// Tables: they scroll in a region of their own, and some can be sorted.

const TALL = 40; // rows that are more than a screen holds: they scroll, and the page goes on below them
const SHORT = 24; // letters of words that need no room to be broken in

/**
 * A column is { name, of(row): what stands there, by(row): what it is sorted by, number: whether it is one }.
 */
function table(caption, columns, rows, sortable = false) {
  if (rows.length === 0) return null;
  const used = columns.filter((column) => column.always || rows.some((row) => filledIn(column.of(row))));
  const body = el("tbody", {}, rows.map((row) => line(used, row)));
  const head = el("tr", {}, used.map((column) => header(column, sortable)));
  const whole = el("table", {}, el("caption", {}, caption), el("thead", {}, head), body);
  if (sortable) sorting(head, body, used, rows);
  return scrolling(caption, whole);
}

function scrolling(label, content) {
  const isTall = content.querySelectorAll("tr").length > TALL;
  return el("div", { class: isTall ? "scroll tall" : "scroll", role: "region", "aria-label": label, tabindex: "0" }, content);
}

function filledIn(value) {
  return value !== null && value !== undefined && value !== "";
}

function header(column, sortable) {
  return el(
    "th",
    { scope: "col", class: column.number ? "number" : null },
    sortable ? el("button", { type: "button" }, column.name) : column.name,
  );
}

function line(columns, row) {
  return el("tr", {}, columns.map((column, index) => cell(column, row, index)));
}

function cell(column, row, index) {
  const words = column.of(row);
  const isWide = column.wide && String(words).length > SHORT;
  const kind = [column.number ? "number" : "", column.code ? "code" : "", isWide ? "wide" : ""].join(" ").trim();
  const value = column.by?.(row);
  const attributes = { class: kind || null, "data-value": value };
  const inside = column.code && typeof words === "string" ? halves(words) : words;
  return index === 0 && column.head !== false ? el("th", { ...attributes, scope: "row" }, inside) : el("td", attributes, inside);
}

/** A click turns a column over; what has no value stays at the end either way. */
function sorting(head, body, columns, rows) {
  const lines = rows.map((row, index) => ({ row, line: body.children[index] }));
  [...head.children].forEach((cell, index) => {
    const column = columns[index];
    cell.querySelector("button").addEventListener("click", () => {
      const down = cell.getAttribute("aria-sort") === "ascending" || (!cell.hasAttribute("aria-sort") && column.number);
      for (const other of head.children) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sorted = [...lines].sort((one, two) => order(column.by(one.row), column.by(two.row), down));
      body.append(...sorted.map((each) => each.line));
    });
  });
}

function order(one, two, down) {
  if (!exists(one) || !exists(two)) return Number(!exists(one)) - Number(!exists(two));
  const rising = typeof one === "number" ? one - two : String(one).localeCompare(String(two), "en", { numeric: true });
  return down ? -rising : rising;
}

/** Short forms of columns. */
function number(name, key, written = count) {
  return { name, number: true, of: (row) => written(row[key]), by: (row) => row[key] };
}

/** Counts that are nought nearly always: such a column stands only where one is not. */
function seldom(name, key) {
  return { name, number: true, of: (row) => (row[key] ? count(row[key]) : ""), by: (row) => row[key] };
}

function text(name, of, more = {}) {
  return { name, of, by: (row) => String(of(row)?.textContent ?? of(row)), ...more };
}

function moment(name, key) {
  return { name, of: (row) => when(row[key]), by: (row) => row[key] };
}
