package io.icmpscope.internal.wire;

import org.jspecify.annotations.Nullable;

/** The one table of what can stand behind another header: a new tunnel is one class and one row here. */
public final class Protocols {

    private static final Layer IPV4 = new Layer("ipv4", Ipv4::read);
    private static final Layer IPV6 = new Layer("ipv6", Ipv6::read);
    private static final Layer VLAN = new Layer("vlan", Vlan::read);
    private static final Layer MPLS = new Layer("mpls", Mpls::read);
    private static final Layer ETHERNET = new Layer("ethernet", Ethernet::read);
    private static final Layer ERSPAN = new Layer("erspan", Erspan::read);
    private static final Layer VXLAN = new Layer("vxlan", Vxlan::read);

    private static final LayerTable ROWS = new LayerTable();
    private static final long[] TUNNEL_PORTS = new long[65_536 / Long.SIZE]; // a bit a port

    static {
        ROWS.put(Protocol.etherType(0x0800), IPV4);
        ROWS.put(Protocol.etherType(0x86DD), IPV6);
        ROWS.put(Protocol.etherType(0x8100), VLAN);
        ROWS.put(Protocol.etherType(0x88A8), VLAN);
        ROWS.put(Protocol.etherType(0x9100), VLAN);
        ROWS.put(Protocol.etherType(0x9200), VLAN);
        ROWS.put(Protocol.etherType(0x9300), VLAN);
        ROWS.put(Protocol.etherType(0x22F3), new Layer("trill", Trill::read));
        ROWS.put(Protocol.etherType(0x4305), new Layer("batman", BatmanAdvanced::read));
        ROWS.put(Protocol.etherType(0x6558), ETHERNET);
        ROWS.put(Protocol.etherType(0x6559), new Layer("frame-relay", FrameRelay::read));
        ROWS.put(Protocol.PPP, new Layer("ppp", Ppp::read));
        ROWS.put(Protocol.MPLS, MPLS);
        ROWS.put(Protocol.etherType(0x8848), MPLS);
        ROWS.put(Protocol.etherType(0x8864), new Layer("pppoe", Pppoe::read));
        ROWS.put(Protocol.etherType(0x88E5), new Layer("macsec", Macsec::read));
        ROWS.put(Protocol.etherType(0x88E7), new Layer("i-tag", ServiceInstanceTag::read));
        ROWS.put(Protocol.etherType(0x8909), new Layer("cmd", ShimTag::metadata));
        ROWS.put(Protocol.etherType(0x8926), new Layer("vn-tag", ShimTag::vnTag));
        ROWS.put(Protocol.etherType(0x893F), new Layer("e-tag", ShimTag::eTag));
        ROWS.put(Protocol.etherType(0x894F), new Layer("nsh", Nsh::read));

        ROWS.put(Protocol.LLC, new Layer("llc", Llc::read));
        ROWS.put(Protocol.SNAP, new Layer("snap", Llc::snap));
        ROWS.put(Protocol.A_MSDU, new Layer("a-msdu", AggregatedMsdu::read));
        ROWS.put(Protocol.WLAN_PADDED, new Layer("wlan", Wlan::padded));
        ROWS.put(Protocol.WLAN_SWAPPED, new Layer("wlan", Wlan::swapped));
        ROWS.put(Protocol.NETFILTER, new Layer("netfilter", Netlink::netfilter));
        ROWS.put(Protocol.CONTROL_WORD, new Layer("control-word", Mpls::controlWord));

        ROWS.put(Protocol.ppp(0x0021), IPV4);
        ROWS.put(Protocol.ppp(0x0057), IPV6);
        ROWS.put(Protocol.ppp(0x0281), MPLS);
        ROWS.put(Protocol.ppp(0x0283), MPLS);

        ROWS.put(Protocol.ip(0), new Layer("hop-by-hop", Ipv6Extension::options));
        ROWS.put(Protocol.ip(4), IPV4);
        ROWS.put(Protocol.UDP, new Layer("udp", Udp::read));
        ROWS.put(Protocol.ip(41), IPV6);
        ROWS.put(Protocol.ip(43), new Layer("routing", Ipv6Extension::routing));
        ROWS.put(Protocol.ip(44), new Layer("fragment", Ipv6Extension::fragment));
        ROWS.put(Protocol.ip(47), new Layer("gre", Gre::read));
        ROWS.put(Protocol.ip(51), new Layer("ah", Ipv6Extension::authentication));
        ROWS.put(Protocol.ip(60), new Layer("destination-options", Ipv6Extension::destinationOptions));
        ROWS.put(Protocol.ip(97), new Layer("etherip", EtherIp::read));
        ROWS.put(Protocol.ip(115), new Layer("l2tp", L2tp::overIp));
        ROWS.put(Protocol.ip(135), new Layer("mobility", Ipv6Extension::options));
        ROWS.put(Protocol.ip(137), MPLS);
        ROWS.put(Protocol.ip(139), new Layer("hip", Ipv6Extension::options));
        ROWS.put(Protocol.ip(140), new Layer("shim6", Ipv6Extension::options));
        ROWS.put(Protocol.ip(143), ETHERNET);

        ROWS.put(Protocol.gre(0x22EB), ERSPAN);
        ROWS.put(Protocol.gre(0x883E), new Layer("wccp", Gre::redirected));
        ROWS.put(Protocol.gre(0x88BE), ERSPAN);

        tunnel(1701, new Layer("l2tp", L2tp::overUdp));
        tunnel(2152, new Layer("gtp-u", Gtp::user));
        tunnel(3386, new Layer("gtp", Gtp::first));
        tunnel(3544, new Layer("teredo", Teredo::read));
        tunnel(4341, new Layer("lisp", Lisp::read));
        tunnel(4789, VXLAN);
        tunnel(4790, new Layer("vxlan-gpe", Vxlan::extended));
        tunnel(5072, new Layer("ayiya", Ayiya::read));
        tunnel(5247, new Layer("capwap", Capwap::read));
        tunnel(5555, new Layer("fou", Gue::fooOverUdp));
        tunnel(6080, new Layer("gue", Gue::read));
        tunnel(6081, new Layer("geneve", Geneve::read));
        tunnel(6635, MPLS);
        tunnel(8472, VXLAN);
    }

    private Protocols() {}

    private static void tunnel(int port, Layer layer) {
        ROWS.put(Protocol.udpPort(port), layer);
        TUNNEL_PORTS[port / Long.SIZE] |= 1L << port;
    }

    /**
     * Finds how to get past a header.
     *
     * @param protocol a {@link Protocol} number
     * @return the row, or null when the protocol carries no ICMP that could be reached
     */
    public static @Nullable Layer layer(int protocol) {
        int linkType = Protocol.asLinkType(protocol);
        return linkType < 0 ? ROWS.get(protocol) : LinkTypes.layer(linkType);
    }

    /**
     * Says whether a row is that of an IP header, so that what follows has other addresses.
     *
     * @param layer the row
     * @return whether it is
     */
    public static boolean isIp(@Nullable Layer layer) {
        return IPV4.equals(layer) || IPV6.equals(layer);
    }

    /**
     * Gives a row for a header that was passed elsewhere, of which only the word is known any more.
     *
     * @param word what the header is called in a path
     * @return a row that tells the same in a path, and cannot be read
     */
    public static Layer passed(String word) {
        return word.equals(IPV4.word())
                ? IPV4
                : word.equals(IPV6.word()) ? IPV6 : new Layer(word, (bytes, cursor) -> Fault.CUT_BY_CAPTURE);
    }

    /** Says whether a port of UDP is known for a tunnel. */
    static boolean isTunnelPort(int port) {
        return (TUNNEL_PORTS[port >>> 6] & (1L << port)) != 0;
    }
}
