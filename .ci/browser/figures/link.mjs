// Routers, neighbours and multicast groups.
import { clockOf, count, seconds, spaced, span } from "../written.mjs";
import { expected } from "../sheet.mjs";

export function* link(report, { parts }) {
  const shown = (part, caption) =>
    parts[part] && { titles: parts[part].tables[caption].titles, rows: parts[part].tables[caption].rows };
  const rows = (columns, list) => (list.length === 0 ? undefined : expected(columns, list));
  yield ["routers", parts.routers?.articles ?? [], report.routers.map((one) => router(one, clockOf(report)))];
  yield ["neighbours", shown("neighbors", "IPv6 addresses on the link"), rows(NEIGHBOURS, report.neighbors)];
  yield ["multicast groups", shown("groups", "Who reported to listen to which group"), rows(GROUPS, report.multicast)];
}

function router(one, clock) {
  const flags = [one.managed && "addresses by DHCPv6 (managed)", one.other && "other settings by DHCPv6"].filter(Boolean);
  const facts = {
    "Link address": one.link_address,
    "Default router": one.lifetime_seconds === 0 ? "no (lifetime 0)" : seconds(one.lifetime_seconds),
    Preference: one.preference,
    Flags: flags.join(", "),
    "Hop limit": one.hop_limit ? `${one.hop_limit}` : "",
    MTU: one.mtu === null ? "" : `${count(one.mtu)} bytes`,
    Prefixes: one.prefixes.map(prefix),
    "Name servers": one.rdnss,
    "Search domains": one.dnssl,
    Routes: one.routes.map((route) => `${route.prefix} · ${route.preference} · ${lifetime(route.lifetime_seconds)}`),
    "NAT64 prefixes": one.pref64.map((each) => each.prefix),
    "Captive portal": one.captive_portal,
    Advertised: `${count(one.advertisements)} times`,
    Seen: span(clock, one.first_time, one.last_time),
  };
  const said = Object.entries(facts).filter(([, words]) => words !== null && words.length > 0);
  return { kind: "card", title: one.address, words: null, facts: Object.fromEntries(said), code: null };
}

function prefix(one) {
  const uses = [one.on_link && "on link", one.autonomous && "autonomous"].filter(Boolean).join(", ");
  return [
    one.prefix,
    ...(uses === "" ? [] : [uses]),
    `valid ${lifetime(one.valid_seconds)}`,
    `preferred ${lifetime(one.preferred_seconds)}`,
  ].join(" · ");
}

/** All bits set means for ever, RFC 4861 section 4.6.2. */
function lifetime(value) {
  return value === 4294967295 ? "for ever" : `${count(value)} s`;
}

const NEIGHBOURS = [
  ["Address", (row) => row.address],
  ["Link addresses", (row) => row.link_addresses.map((one) => `${one.link_address} (${one.source})`).join(", ")],
  ["Router", (row) => (row.is_router ? "yes" : "")],
  ["Changes", (row) => (row.changes === 0 ? "" : count(row.changes))],
  ["Conflicts", (row) => (row.conflicts === 0 ? "" : count(row.conflicts))],
  ["Duplicate address check", (row) => row.dad.map((one) => spaced(one.result)).join(", ")],
];

const GROUPS = [
  ["Group", (row) => row.group],
  ["Listeners", (row) => row.listeners.join(", ")],
  ["Queriers", (row) => row.queriers.join(", ")],
  ["MLD", (row) => (row.version === null ? "" : `version ${row.version}`)],
];
