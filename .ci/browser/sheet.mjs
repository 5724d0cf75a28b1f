// What stands on the page, read from its elements.

/** All of it, by section. */
export function sheet(page) {
  return page.evaluate(() => {
    const text = (node) => node?.textContent ?? null;
    const table = (node) => ({
      titles: [...node.tHead.rows[0].cells].map(text),
      rows: [...node.tBodies].flatMap((body) => [...body.rows].map((row) => [...row.cells].map(text))),
      alignment: [...node.tHead.rows[0].cells].map((cell) => cell.className),
    });
    const terms = (list) =>
      Object.fromEntries([...list.children].map((pair) => [text(pair.querySelector("dt")), words(pair.querySelector("dd"))]));
    const words = (node) => {
      const items = [...node.querySelectorAll("li")];
      return items.length > 0 ? items.map(text) : text(node);
    };
    const picture = (node) => ({
      label: node.getAttribute("aria-label"),
      texts: [...node.querySelectorAll("text")].map(text),
      starts: [...node.querySelectorAll("text")].map((one) => Number(one.getAttribute("x"))),
      links: node.querySelectorAll(".link").length,
      unsure: node.querySelectorAll(".unsure").length,
      trips: [...node.querySelectorAll(".trip")].map((trip) => Number(trip.getAttribute("cx"))),
      bars: [...node.querySelectorAll(".bar")].map((bar) => Number(bar.getAttribute("width"))),
    });
    const figure = (node) => ({
      title: text(node.querySelector("h3")),
      words: text(node.querySelector("figcaption p")),
      label: node.querySelector("[role=img]")?.getAttribute("aria-label") ?? null,
      charts: node.querySelectorAll("canvas").length,
      picture: node.querySelector(":scope svg") ? picture(node.querySelector("svg")) : null,
    });
    const part = (node) => ({
      title: text(node.querySelector("h2")),
      notes: [...node.querySelectorAll(".note")].map(text),
      sentences: [...node.querySelectorAll(".sentences > li")].map(text),
      tables: Object.fromEntries(
        [...node.querySelectorAll("table:not(.u-legend)")].map((one) => [text(one.caption), table(one)]),
      ),
      facts: [...node.querySelectorAll(":scope > dl")].map(terms),
      articles: [...node.querySelectorAll("article")].map((one) => ({
        kind: one.className,
        title: text(one.querySelector("h3")),
        words: text(one.querySelector(":scope > p")),
        facts: terms(one.querySelector("dl")),
        code: text(one.querySelector(".filter code")),
      })),
      figures: [...node.querySelectorAll("figure")].map(figure),
    });
    return {
      head: { title: text(document.querySelector("h1")), facts: terms(document.querySelector(".overview")) },
      contents: [...document.querySelectorAll("nav a")].map((one) => one.getAttribute("href")),
      order: [...document.querySelectorAll("main > section")].map((one) => one.id),
      parts: Object.fromEntries([...document.querySelectorAll("main > section")].map((one) => [one.id, part(one)])),
      series: JSON.parse(document.getElementById("series").textContent),
    };
  });
}

/** A table as it should be: of columns [title, words of a row], without those that have none in any row. */
export function expected(columns, rows) {
  const used = columns.filter(([, words]) => rows.some((row) => words(row) !== ""));
  return { titles: used.map(([title]) => title), rows: rows.map((row) => used.map(([, words]) => words(row))) };
}
