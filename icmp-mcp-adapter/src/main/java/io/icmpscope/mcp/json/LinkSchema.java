package io.icmpscope.mcp.json;

import static io.icmpscope.mcp.json.Schema.count;
import static io.icmpscope.mcp.json.Schema.countOrNull;
import static io.icmpscope.mcp.json.Schema.flag;
import static io.icmpscope.mcp.json.Schema.flagOrNull;
import static io.icmpscope.mcp.json.Schema.list;
import static io.icmpscope.mcp.json.Schema.object;
import static io.icmpscope.mcp.json.Schema.text;
import static io.icmpscope.mcp.json.Schema.textOrNull;
import static io.icmpscope.mcp.json.Schema.time;
import static io.icmpscope.mcp.json.Schema.word;

import io.icmpscope.report.Neighbor.DuplicateCheck;

/** What {@link LinkJson} and {@link RouterJson} write, described. */
final class LinkSchema {

    private static final String FOR_EVER = " seconds; 4294967295 for ever";

    private LinkSchema() {}

    static Schema routers() {
        return list("Routers that advertised themselves, by address; the latest word on everything", router());
    }

    private static Schema router() {
        return object("Router")
                .with("address", text("Where it advertises from; in IPv4 the address that it advertises"))
                .with("link_address", textOrNull("Its link-layer address, as it says itself"))
                .with("ip_version", count("4 (RFC 1256) or 6 (RFC 4861)"))
                .with("lifetime_seconds", count("How long it is a default router, in seconds; 0 for not at all"))
                .with(
                        "preference",
                        text("high, medium or low; in IPv4 a signed number, -2147483648 for never to use it"))
                .with("managed", flagOrNull("M: addresses come from DHCPv6; null in IPv4"))
                .with("other", flagOrNull("O: other settings come from DHCPv6; null in IPv4"))
                .with("hop_limit", countOrNull("Hop limit that hosts shall use; null for none suggested"))
                .with("mtu", countOrNull("MTU that hosts shall use, in bytes; null for none"))
                .withCut("prefixes", list("Prefixes of the link", prefix()))
                .withCut("rdnss", list("DNS servers, withdrawn ones included", text("Address")))
                .withCut("dnssl", list("DNS search domains, withdrawn ones included", text("Domain; untrusted")))
                .withCut("routes", list("Routes that it offers beside the default one", route()))
                .with("first_time", time("First advertisement"))
                .with("last_time", time("Latest advertisement"))
                .with("advertisements", count("How many advertisements"))
                .with("first_frame", count("Frame number of the first"))
                .with(
                        "rdnss_lifetime_seconds",
                        list("Of each of rdnss, in seconds", lifetime("How long it may be used")))
                .with(
                        "dnssl_lifetime_seconds",
                        list("Of each of dnssl, in seconds", lifetime("How long it may be used")))
                .withCut("pref64", list("Prefixes by which IPv4 addresses are translated (NAT64)", translation()))
                .with("captive_portal", textOrNull("URI of a captive portal's API; untrusted"));
    }

    private static Schema prefix() {
        return object("Prefix")
                .with("prefix", text("Such as 2001:db8:a::/64"))
                .with("on_link", flag("Whether its addresses are on the link"))
                .with("autonomous", flag("Whether hosts make themselves addresses of it (SLAAC)"))
                .with("valid_seconds", count("How long it is valid, in" + FOR_EVER))
                .with("preferred_seconds", count("How long addresses made of it are preferred, in" + FOR_EVER));
    }

    private static Schema route() {
        return object("Route")
                .with("prefix", text("Where it leads, such as 2001:db8:a::/48"))
                .with("preference", text("high, medium or low"))
                .with("lifetime_seconds", lifetime("How long it is good"));
    }

    private static Schema translation() {
        return object("Prefix")
                .with("prefix", text("Such as 64:ff9b::/96"))
                .with("lifetime_seconds", count("How long it is good, in seconds; 0 for no longer"));
    }

    private static Schema lifetime(String description) {
        return count(description + ", in" + FOR_EVER + ", 0 for no longer");
    }

    static Schema neighbors() {
        Schema neighbor = object("Address of the link")
                .with("address", text("IPv6 address"))
                .withCut("link_addresses", list("Its link-layer addresses, in time order", linkAddress()))
                .with("is_router", flag("Whether it ever said that it is a router"))
                .with("changes", count("How often its link-layer address was another than the time before"))
                .withCut("dad", list("Checks whether the address is in use (RFC 4862)", check()))
                .with("conflicts", count("How many of these checks, listed or not, ended as duplicate"));
        return list(
                "IPv6 addresses as neighbor discovery shows them: most conflicts first, then most changes. No IPv4: ARP"
                        + " is not ICMP",
                neighbor);
    }

    private static Schema linkAddress() {
        return object("Link-layer address")
                .with("link_address", text("Octets with colons, such as 02:00:5e:10:00:01"))
                .with("first_time", time("When it was seen first"))
                .with("last_time", time("When it was seen last"))
                .with(
                        "source",
                        text("Where it was seen first: an option of a solicitation, advertisement, router solicitation,"
                                + " router advertisement or redirect; or frame, the Ethernet source, if in no option"));
    }

    private static Schema check() {
        return object("Check; a question that is asked several times is one")
                .with("time", time("When it was asked first"))
                .with(
                        "result",
                        word(
                                "unique: nobody answered within a second. duplicate: somebody has the address or wants it"
                                        + " too. looped_back: the question came back. pending: the capture ended before",
                                JsonValues.words(DuplicateCheck.Result.values())))
                .with("frame", count("Frame number of the first question"));
    }

    static Schema multicast() {
        Schema group = object("Group")
                .with("group", text("Its address; :: for general queries, which are about all groups"))
                .withCut("listeners", list("Who ever reported to listen, who left included", text("Address")))
                .withCut("queriers", list("Who asked for listeners", text("Address")))
                .with("version", countOrNull("Version of MLD in the latest message about it, 1 or 2"))
                .with("reports", count("Reports about it, those of who leaves included"))
                .with("queries", count("Queries about it"));
        return list("IPv6 multicast groups as listener discovery (MLD) shows them. No IPv4: IGMP is not ICMP", group);
    }
}
