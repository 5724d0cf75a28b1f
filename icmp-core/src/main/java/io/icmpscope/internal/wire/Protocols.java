package io.icmpscope.internal.wire;

import static io.icmpscope.internal.wire.Protocol.A_MSDU;
import static io.icmpscope.internal.wire.Protocol.CONTROL_WORD;
import static io.icmpscope.internal.wire.Protocol.ETHERTYPE;
import static io.icmpscope.internal.wire.Protocol.GRE;
import static io.icmpscope.internal.wire.Protocol.IP;
import static io.icmpscope.internal.wire.Protocol.LLC;
import static io.icmpscope.internal.wire.Protocol.MPLS;
import static io.icmpscope.internal.wire.Protocol.NETFILTER;
import static io.icmpscope.internal.wire.Protocol.PPP;
import static io.icmpscope.internal.wire.Protocol.PPP_PROTOCOL;
import static io.icmpscope.internal.wire.Protocol.SNAP;
import static io.icmpscope.internal.wire.Protocol.UDP;
import static io.icmpscope.internal.wire.Protocol.UDP_PORT;
import static io.icmpscope.internal.wire.Protocol.WLAN_PADDED;
import static io.icmpscope.internal.wire.Protocol.WLAN_SWAPPED;

import org.jspecify.annotations.Nullable;

/**
 * The one table of what can stand behind another header: a new tunnel is one class and one row here, over UDP also one port.
 * A row is made when it is first asked for: each method reference costs a class, and hardly a capture has more than a few.
 */
public final class Protocols {

    private static final int[] PORTS_OF_TUNNELS = {
        1701, 2152, 3386, 3544, 4341, 4789, 4790, 5072, 5247, 5555, 6080, 6081, 6635, 8472
    };

    private static final LayerTable ROWS = new LayerTable();
    private static final long[] TUNNEL_PORTS = new long[65_536 / Long.SIZE]; // a bit a port

    static {
        for (int port : PORTS_OF_TUNNELS) {
            TUNNEL_PORTS[port / Long.SIZE] |= 1L << port;
        }
    }

    private static @Nullable Layer row(int protocol) {
        return switch (protocol) {
            case ETHERTYPE | 0x0800, PPP_PROTOCOL | 0x0021, IP | 4 -> new Layer("ipv4", Ipv4::read, true);
            case ETHERTYPE | 0x86DD, PPP_PROTOCOL | 0x0057, IP | 41 -> new Layer("ipv6", Ipv6::read, true);
            case ETHERTYPE | 0x8100, ETHERTYPE | 0x88A8 -> new Layer("vlan", Vlan::read);
            case ETHERTYPE | 0x9100, ETHERTYPE | 0x9200, ETHERTYPE | 0x9300 -> new Layer("vlan", Vlan::read);
            case ETHERTYPE | 0x22F3 -> new Layer("trill", Trill::read);
            case ETHERTYPE | 0x4305 -> new Layer("batman", BatmanAdvanced::read);
            case ETHERTYPE | 0x6558, IP | 143 -> new Layer("ethernet", Ethernet::read);
            case ETHERTYPE | 0x6559 -> new Layer("frame-relay", FrameRelay::read);
            case PPP -> new Layer("ppp", Ppp::read);
            case MPLS, ETHERTYPE | 0x8848, IP | 137, UDP_PORT | 6635 -> new Layer("mpls", Mpls::read);
            case PPP_PROTOCOL | 0x0281, PPP_PROTOCOL | 0x0283 -> new Layer("mpls", Mpls::read);
            case ETHERTYPE | 0x8864 -> new Layer("pppoe", Pppoe::read);
            case ETHERTYPE | 0x88E5 -> new Layer("macsec", Macsec::read);
            case ETHERTYPE | 0x88E7 -> new Layer("i-tag", ServiceInstanceTag::read);
            case ETHERTYPE | 0x8909 -> new Layer("cmd", ShimTag::metadata);
            case ETHERTYPE | 0x8926 -> new Layer("vn-tag", ShimTag::vnTag);
            case ETHERTYPE | 0x893F -> new Layer("e-tag", ShimTag::eTag);
            case ETHERTYPE | 0x894F -> new Layer("nsh", Nsh::read);

            case LLC -> new Layer("llc", Llc::read);
            case SNAP -> new Layer("snap", Llc::snap);
            case A_MSDU -> new Layer("a-msdu", AggregatedMsdu::read);
            case WLAN_PADDED -> new Layer("wlan", Wlan::padded);
            case WLAN_SWAPPED -> new Layer("wlan", Wlan::swapped);
            case NETFILTER -> new Layer("netfilter", Netlink::netfilter);
            case CONTROL_WORD -> new Layer("control-word", Mpls::controlWord);

            case IP | 0 -> new Layer("hop-by-hop", Ipv6Extension::options);
            case UDP -> new Layer("udp", Udp::read);
            case IP | 43 -> new Layer("routing", Ipv6Extension::routing);
            case IP | 44 -> new Layer("fragment", Ipv6Extension::fragment);
            case IP | 47 -> new Layer("gre", Gre::read);
            case IP | 51 -> new Layer("ah", Ipv6Extension::authentication);
            case IP | 60 -> new Layer("destination-options", Ipv6Extension::destinationOptions);
            case IP | 97 -> new Layer("etherip", EtherIp::read);
            case IP | 115 -> new Layer("l2tp", L2tp::overIp);
            case IP | 135 -> new Layer("mobility", Ipv6Extension::options);
            case IP | 139 -> new Layer("hip", Ipv6Extension::options);
            case IP | 140 -> new Layer("shim6", Ipv6Extension::options);

            case GRE | 0x22EB, GRE | 0x88BE -> new Layer("erspan", Erspan::read);
            case GRE | 0x883E -> new Layer("wccp", Gre::redirected);

            case UDP_PORT | 1701 -> new Layer("l2tp", L2tp::overUdp);
            case UDP_PORT | 2152 -> new Layer("gtp-u", Gtp::user);
            case UDP_PORT | 3386 -> new Layer("gtp", Gtp::first);
            case UDP_PORT | 3544 -> new Layer("teredo", Teredo::read);
            case UDP_PORT | 4341 -> new Layer("lisp", Lisp::read);
            case UDP_PORT | 4789, UDP_PORT | 8472 -> new Layer("vxlan", Vxlan::read);
            case UDP_PORT | 4790 -> new Layer("vxlan-gpe", Vxlan::extended);
            case UDP_PORT | 5072 -> new Layer("ayiya", Ayiya::read);
            case UDP_PORT | 5247 -> new Layer("capwap", Capwap::read);
            case UDP_PORT | 5555 -> new Layer("fou", Gue::fooOverUdp);
            case UDP_PORT | 6080 -> new Layer("gue", Gue::read);
            case UDP_PORT | 6081 -> new Layer("geneve", Geneve::read);
            default -> null;
        };
    }

    private Protocols() {}

    /**
     * Finds how to get past a header.
     *
     * @param protocol a {@link Protocol} number
     * @return the row, or null when the protocol carries no ICMP that could be reached
     */
    public static @Nullable Layer layer(int protocol) {
        int linkType = Protocol.asLinkType(protocol);
        if (linkType >= 0) {
            return LinkTypes.layer(linkType);
        }
        Layer known = ROWS.get(protocol);
        return known == null ? made(protocol) : known;
    }

    private static @Nullable Layer made(int protocol) {
        Layer row = row(protocol);
        return row == null ? null : ROWS.put(protocol, row);
    }

    /**
     * Gives a row for a header that was passed elsewhere, of which only the word is known any more.
     *
     * @param word what the header is called in a path
     * @return a row that tells the same in a path, and cannot be read
     */
    public static Layer passed(String word) {
        boolean isIp = word.equals("ipv4") || word.equals("ipv6");
        return new Layer(word, (bytes, cursor) -> Fault.CUT_BY_CAPTURE, isIp);
    }

    /** Says whether a port of UDP is known for a tunnel. */
    static boolean isTunnelPort(int port) {
        return (TUNNEL_PORTS[port >>> 6] & (1L << port)) != 0;
    }
}
