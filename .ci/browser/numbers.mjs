// The numbers on the page are those of the JSON: each section is read and compared with what is written here from the JSON.
import assert from "node:assert/strict";
import { sheet } from "./sheet.mjs";
import { capture } from "./figures/capture.mjs";
import { findings } from "./figures/findings.mjs";
import { link } from "./figures/link.mjs";
import { paths } from "./figures/paths.mjs";
import { pings } from "./figures/pings.mjs";
import { trouble } from "./figures/trouble.mjs";

const SECTIONS = [capture, findings, pings, paths, trouble, link];
const ORDER = [
  "summary",
  "findings",
  "rtt",
  "rate",
  "sessions",
  "traceroutes",
  "errors",
  "path-mtu",
  "redirects",
  "routers",
  "neighbors",
  "groups",
  "shape",
  "lacks",
  "source",
];

export async function compareNumbers(t, page, report) {
  const shown = await sheet(page);
  await t.test("sections stand in the order in which they are read", () => {
    assert.deepEqual(
      shown.order,
      ORDER.filter((id) => shown.order.includes(id)),
    );
  });
  for (const section of SECTIONS) {
    for (const [name, found, wanted] of section(report, shown)) {
      await t.test(`${name} as in the JSON`, () => assert.deepEqual(found, wanted));
    }
  }
}
