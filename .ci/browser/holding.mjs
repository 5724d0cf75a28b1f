// What a page holds beside what the JSON says: the same, and more of the lists that the JSON cut.
import assert from "node:assert/strict";

/** Of packet entries the page holds none. */
const OF_ENTRIES = ["packets", "packets_omitted", "next_offset", "note"];

export function assertHolds(held, result) {
  for (const name of OF_ENTRIES) assert.ok(!(name in held), `the page holds ${name}`);
  holds(held, Object.fromEntries(Object.entries(result).filter(([name]) => !OF_ENTRIES.includes(name))), "result");
}

function holds(held, wanted, where) {
  if (Array.isArray(wanted)) return holdsInOrder(held, wanted, where);
  if (wanted === null || typeof wanted !== "object") return assert.deepEqual(held, wanted, where);
  for (const [name, value] of Object.entries(wanted)) {
    if (name.endsWith("_omitted")) assert.equal(size(held, name), size(wanted, name), `${where}.${name}`);
    else holds(held[name], value, `${where}.${name}`);
  }
}

/** Every entry that the JSON lists is there, in the same order. */
function holdsInOrder(held, wanted, where) {
  let at = 0;
  for (const [index, entry] of wanted.entries()) {
    while (at < held.length && !isHeld(held[at], entry)) at++;
    assert.ok(at++ < held.length, `${where}[${index}] is not on the page`);
  }
}

function isHeld(held, wanted) {
  try {
    holds(held, wanted, "entry");
    return true;
  } catch {
    return false;
  }
}

/** How long a list would be with what was left out of it. */
function size(object, omitted) {
  const list = object[omitted.slice(0, -"_omitted".length)];
  return (Array.isArray(list) ? list : Object.keys(list)).length + (object[omitted] ?? 0);
}
