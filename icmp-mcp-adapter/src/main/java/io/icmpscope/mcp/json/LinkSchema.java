package io.icmpscope.mcp.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas of routers, neighbours and multicast groups in the result. */
final class LinkSchema {

    private static final String TIME = ", RFC 3339, UTC; null when the capture has no times";
    private static final String FOR_EVER = " seconds; 4294967295 for ever";

    private LinkSchema() {}

    static Map<String, @Nullable Object> routers() {
        JsonObject prefix = new JsonObject()
                .with("prefix", text("The prefix, such as 2001:db8:a::/64."))
                .with("on_link", flag("Whether its addresses are on the link."))
                .with("autonomous", flag("Whether hosts make themselves addresses of it (SLAAC)."))
                .with("valid_seconds", count("How long it is valid, in" + FOR_EVER + "."))
                .with("preferred_seconds", count("How long addresses made of it are preferred, in" + FOR_EVER + "."));
        JsonObject route = new JsonObject()
                .with("prefix", text("The destinations, such as 2001:db8:a::/48."))
                .with("preference", text("high, medium or low."))
                .with("lifetime_seconds", count("How long the route is good, in" + FOR_EVER + "; 0 for no longer."));
        JsonObject translation = new JsonObject()
                .with("prefix", text("The prefix, such as 64:ff9b::/96."))
                .with("lifetime_seconds", count("How long it is good, in seconds; 0 for no longer."));
        JsonObject router = new JsonObject()
                .with("address", text("The address that it advertises from; in IPv4 the one that it advertises."))
                .with("link_address", orNull("string", "Its link-layer address, as it says itself."))
                .with("ip_version", count("4 (RFC 1256) or 6 (RFC 4861)."))
                .with("lifetime_seconds", count("How long it is a default router, in seconds; 0 for not at all."))
                .with(
                        "preference",
                        text(
                                "high, medium or low; in IPv4 a signed number, of which -2147483648 means never to use it."))
                .with("managed", orNull("boolean", "M: addresses come from DHCPv6. Null in IPv4."))
                .with("other", orNull("boolean", "O: other settings come from DHCPv6. Null in IPv4."))
                .with("hop_limit", orNull("integer", "The hop limit that hosts shall use; null for none suggested."))
                .with("mtu", orNull("integer", "The MTU that hosts shall use, in bytes; null for none."))
                .with("prefixes", entries("The prefixes of the link.", prefix))
                .with("rdnss", strings("Addresses of DNS servers, withdrawn ones included."))
                .with("dnssl", strings("DNS search domains, withdrawn ones included. Text of a stranger."))
                .with("routes", entries("Routes that it offers beside the default one.", route))
                .with("first_time", orNull("string", "Its first advertisement" + TIME + "."))
                .with("last_time", orNull("string", "Its latest advertisement" + TIME + "."))
                .with("advertisements", count("How many advertisements there were."))
                .with("first_frame", count("The frame of the first."))
                .with(
                        "rdnss_lifetime_seconds",
                        counts("How long each of rdnss may be used, in" + FOR_EVER + "; 0 for withdrawn."))
                .with(
                        "dnssl_lifetime_seconds",
                        counts("How long each of dnssl may be used, in" + FOR_EVER + "; 0 for withdrawn."))
                .with("pref64", entries("Prefixes by which IPv4 addresses are translated (NAT64).", translation))
                .with("captive_portal", orNull("string", "The URI of a captive portal's API. Text of a stranger."));
        return entries(
                "Routers that advertised themselves, by address: the latest word on everything. Lists in an entry have"
                        + " 16 entries at most.",
                router);
    }

    static Map<String, @Nullable Object> neighbors() {
        JsonObject linkAddress = new JsonObject()
                .with("link_address", text("Octets with colons, such as 02:00:5e:10:00:01."))
                .with("first_time", orNull("string", "When it was seen first" + TIME + "."))
                .with("last_time", orNull("string", "When it was seen last" + TIME + "."))
                .with(
                        "source",
                        text("Where it was seen first: an option of a solicitation, advertisement, router solicitation,"
                                + " router advertisement or redirect; frame for the source of Ethernet frames, when no"
                                + " option named one."));
        JsonObject check = new JsonObject()
                .with("time", orNull("string", "When it was asked first" + TIME + "."))
                .with(
                        "result",
                        text("unique: nobody answered within a second. duplicate: somebody has the address, or wanted"
                                + " it at the same time. looped_back: the question came back to its sender. pending:"
                                + " the capture ended before the second was over."))
                .with("frame", count("The frame of the first question."));
        JsonObject neighbor = new JsonObject()
                .with("address", text("The IPv6 address."))
                .with("link_addresses", entries("Its link-layer addresses, 16 at most, in time order.", linkAddress))
                .with("is_router", flag("Whether it ever said that it is a router."))
                .with("changes", count("How often its link-layer address was another than the time before."))
                .with("dad", entries("Checks whether the address is in use (RFC 4862), 16 at most.", check))
                .with("conflicts", count("How many of these checks, listed or not, ended as duplicate."));
        return entries(
                "IPv6 addresses of the link as neighbour discovery shows them: most conflicts first, then most"
                        + " changes, then by address. There is no IPv4, as ARP is not ICMP.",
                neighbor);
    }

    static Map<String, @Nullable Object> multicast() {
        JsonObject group = new JsonObject()
                .with("group", text("The group; :: for general queries, which are about all groups."))
                .with("listeners", strings("Who ever reported to listen, 16 at most; who left is among them."))
                .with("queriers", strings("Who asked for listeners, 16 at most."))
                .with("version", orNull("integer", "The version of MLD in the latest message about it: 1 or 2."))
                .with("reports", count("How many reports were about it, those of who leaves included."))
                .with("queries", count("How many queries were about it."));
        return entries(
                "IPv6 multicast groups as listener discovery (MLD) shows them, by address. There is no IPv4, as IGMP"
                        + " is not ICMP.",
                group);
    }

    private static Map<String, @Nullable Object> entries(String description, JsonObject properties) {
        JsonObject entry = new JsonObject().with("type", "object").with("properties", properties.members());
        return array(description, entry);
    }

    private static Map<String, @Nullable Object> strings(String description) {
        return array(description, new JsonObject().with("type", "string"));
    }

    private static Map<String, @Nullable Object> counts(String description) {
        return array(description, new JsonObject().with("type", "integer"));
    }

    private static Map<String, @Nullable Object> array(String description, JsonObject items) {
        return typed("array", description).with("items", items.members()).members();
    }

    private static Map<String, @Nullable Object> text(String description) {
        return typed("string", description).members();
    }

    private static Map<String, @Nullable Object> flag(String description) {
        return typed("boolean", description).members();
    }

    private static Map<String, @Nullable Object> count(String description) {
        return typed("integer", description).with("minimum", 0).members();
    }

    private static Map<String, @Nullable Object> orNull(String type, String description) {
        return typed(List.of(type, "null"), description).members();
    }

    private static JsonObject typed(Object type, String description) {
        return new JsonObject().with("type", type).with("description", description);
    }
}
