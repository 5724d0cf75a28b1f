// Sorting of the table of pings: by the mouse and by the keyboard, and what has no value stays at the end.
import assert from "node:assert/strict";

const KEYS = {
  From: ["requester"],
  To: ["responder"],
  Id: ["icmp_id", true],
  First: ["first_time", true],
  Sent: ["sent", true],
  Received: ["received", true],
  Lost: ["lost", true],
  Loss: ["loss_percent", true],
  "min ms": ["rtt_ms.min", true],
  max: ["rtt_ms.max", true],
};

export async function sort(t, page, report) {
  const rows = report.echo.sessions;
  const table = page.locator("#sessions table").first();
  const name = (row) => [row.requester, row.responder, row.icmp_id].join(" ");
  const shown = () =>
    table.locator("tbody tr").evaluateAll((lines) =>
      lines.map((line) =>
        [...line.cells]
          .slice(0, 3)
          .map((cell) => cell.textContent)
          .join(" "),
      ),
    );
  for (const [title, [key, descendingFirst = false]] of Object.entries(KEYS)) {
    const button = table.getByRole("button", { name: title, exact: true });
    const state = () => button.locator("xpath=..").getAttribute("aria-sort");
    const presses = [
      ["a click", () => button.click()],
      ["Enter", () => button.press("Enter")],
      ["the space bar", () => button.press(" ")],
    ];
    for (const [turn, [means, press]] of presses.entries()) {
      const down = descendingFirst === (turn % 2 === 0);
      await t.test(`${title}, by ${means}, ${down ? "descending" : "ascending"}`, async () => {
        await press();
        assert.equal(await state(), down ? "descending" : "ascending");
        assert.equal(await table.locator("[aria-sort]").count(), 1);
        assert.deepEqual(await shown(), sorted(rows, key, down).map(name));
      });
    }
  }
}

function sorted(rows, key, down) {
  const value = (row) => key.split(".").reduce((part, name) => part?.[name], row) ?? null;
  const known = rows.filter((row) => value(row) !== null);
  const order = (one, two) =>
    typeof value(one) === "number" ? value(one) - value(two) : compare(rank(value(one)), rank(value(two)));
  return [...known.sort((one, two) => (down ? -order(one, two) : order(one, two))), ...rows.filter((row) => value(row) === null)];
}

/** Addresses in the order of their numbers. */
function rank(words) {
  return words.replace(/\d+/g, (digits) => digits.padStart(12, "0"));
}

function compare(one, two) {
  return one < two ? -1 : Number(one > two);
}
