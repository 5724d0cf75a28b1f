// Elements, made of text and never of markup: whatever a capture says stays text.

function el(name, attributes, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function svg(name, attributes, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") {
      node.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined).map(asNode));
  return node;
}

function asNode(child) {
  return child instanceof Node ? child : document.createTextNode(String(child));
}

/** Words in which a long address may be broken after its middle, on paper only. */
function halves(words) {
  return words.split(" ").flatMap((one, index) => {
    const half = one.length > 20 ? one.indexOf(":", one.length / 2 - 3) + 1 : 0;
    const parts = half > 0 ? [one.slice(0, half), el("wbr"), one.slice(half)] : [one];
    return index > 0 ? [" ", ...parts] : parts;
  });
}

/** A part of the page with a heading, or nothing when there is nothing in it. */
function section(id, title, ...content) {
  const inside = content.flat().filter(Boolean);
  if (inside.length === 0) return null;
  return el("section", { id, "aria-labelledby": id + "-title" }, el("h2", { id: id + "-title" }, title), inside);
}

/** A list of terms; those without words are left out. */
function terms(className, pairs) {
  const rows = pairs.filter(([, words]) => words !== null && words !== undefined && words !== "");
  return rows.length === 0
    ? null
    : el("dl", { class: className }, rows.map(([name, words]) => el("div", {}, el("dt", {}, name), el("dd", {}, words))));
}

/** Says how much of a list the result left out. */
function leftOut(parent, name) {
  const omitted = parent?.[name + "_omitted"];
  return omitted ? el("p", { class: "note" }, `${count(omitted)} more are not listed.`) : null;
}
