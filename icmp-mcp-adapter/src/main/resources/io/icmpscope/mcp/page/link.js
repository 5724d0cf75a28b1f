// The link: its routers, its neighbours, its groups.

function routers(report) {
  const list = report.routers ?? [];
  return section("routers", "Routers", list.length > 0 ? el("div", { class: "cards" }, list.map(router)) : null, leftOut(report, "routers"));
}

function router(one) {
  const flags = [one.managed ? "addresses by DHCPv6 (managed)" : null, one.other ? "other settings by DHCPv6" : null].filter(Boolean);
  return el(
    "article",
    { class: "card" },
    el("h3", { class: "code" }, one.address),
    terms("facts", [
      ["Link address", one.link_address],
      ["Default router", one.lifetime_seconds === 0 ? "no (lifetime 0)" : seconds(one.lifetime_seconds)],
      ["Preference", one.preference],
      ["Flags", flags.join(", ")],
      ["Hop limit", one.hop_limit || ""],
      ["MTU", exists(one.mtu) ? count(one.mtu) + " bytes" : ""],
      ["Prefixes", lines(one.prefixes, prefix)],
      ["Name servers", lines(one.rdnss, (address) => address)],
      ["Search domains", lines(one.dnssl, (name) => name)],
      ["Routes", lines(one.routes, route)],
      ["NAT64 prefixes", lines(one.pref64, (entry) => (typeof entry === "object" ? entry.prefix : entry))],
      ["Captive portal", one.captive_portal],
      ["Advertised", `${count(one.advertisements)} times`],
      ["Seen", span(one.first_time, one.last_time)],
    ]),
  );
}

function lines(list, written) {
  return (list ?? []).length === 0 ? null : el("ul", { class: "plain code" }, list.map((one) => el("li", {}, written(one))));
}

function prefix(one) {
  const uses = [one.on_link ? "on link" : null, one.autonomous ? "autonomous" : null].filter(Boolean).join(", ");
  return [one.prefix, uses, `valid ${lifetime(one.valid_seconds)}`, `preferred ${lifetime(one.preferred_seconds)}`].filter(Boolean).join(" · ");
}

function route(one) {
  return `${one.prefix} · ${one.preference} · ${lifetime(one.lifetime_seconds)}`;
}

/** All bits set means for ever, RFC 4861 section 4.6.2 and RFC 4191. */
function lifetime(seconds) {
  return seconds === 0xffffffff ? "for ever" : `${count(seconds)} s`;
}

function neighbors(report) {
  const list = report.neighbors ?? [];
  const columns = [
    text("Address", (row) => row.address, { code: true }),
    { name: "Link addresses", code: true, of: (row) => row.link_addresses.map((one) => `${one.link_address} (${one.source})`).join(", ") },
    { name: "Router", of: (row) => (row.is_router ? "yes" : "") },
    seldom("Changes", "changes"),
    seldom("Conflicts", "conflicts"),
    { name: "Duplicate address check", of: (row) => row.dad.map((one) => word(one.result)).join(", ") },
  ];
  return section("neighbors", "Neighbours", table("IPv6 addresses on the link", columns, list), leftOut(report, "neighbors"));
}

function groups(report) {
  const list = report.multicast ?? [];
  const columns = [
    text("Group", (row) => row.group, { code: true }),
    { name: "Listeners", code: true, of: (row) => row.listeners.join(", ") },
    { name: "Queriers", code: true, of: (row) => row.queriers.join(", ") },
    { name: "MLD", number: true, of: (row) => (exists(row.version) ? "version " + row.version : "") },
  ];
  return section("groups", "Multicast groups", table("Who reported to listen to which group", columns, list), leftOut(report, "multicast"));
}
