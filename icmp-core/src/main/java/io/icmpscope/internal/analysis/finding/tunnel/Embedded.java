package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.internal.analysis.finding.tunnel.DataBytes.isAt;
import static io.icmpscope.internal.analysis.finding.tunnel.DataBytes.u16;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import org.jspecify.annotations.Nullable;

/** What other protocols and files begin with, one row each; never met by chance. */
enum Embedded {
    IPV4("IPv4 packets", Embedded::isIpv4),
    IPV6("IPv6 packets", Embedded::isIpv6),
    SSH("the greeting of SSH", (echo, at) -> isAt(echo, at, "SSH-2.0-") || isAt(echo, at, "SSH-1.")),
    HTTP("HTTP", (echo, at) -> isAt(echo, at, "HTTP/1.") || isAt(echo, at, "GET /") || isAt(echo, at, "POST /")),
    TLS("TLS", Embedded::isTls),
    ELF("a program for Linux", (echo, at) -> isAt(echo, at, "\177ELF")),
    PE("a program for Windows", (echo, at) -> isAt(echo, at, "MZ\220\0\3\0"));

    /** Tells whether the data has something at a place. It allocates nothing. */
    interface Rule {
        boolean fits(PacketView echo, int at);
    }

    /** At the beginning, behind eight bytes, and behind the 28 of ptunnel's header. */
    private static final int[] PLACES = {0, 8, 28};

    private static final Embedded[] ALL = values();

    final String what;

    @SuppressWarnings("ImmutableEnumChecker") // the rules are static functions
    private final Rule rule;

    Embedded(String what, Rule rule) {
        this.what = what;
        this.rule = rule;
    }

    /** The first that fits behind some bytes, or null. */
    static @Nullable Embedded in(PacketView echo, int from) {
        for (int place : PLACES) {
            for (Embedded one : ALL) {
                if (one.rule.fits(echo, from + place)) {
                    return one;
                }
            }
        }
        return null;
    }

    /** A header whose checksum is right, of a packet that is not longer than the data. */
    static boolean isIpv4(PacketView echo, int at) {
        if (EchoData.length(echo) < at + 20 || EchoData.u8(echo, at) >>> 4 != 4) {
            return false;
        }
        int header = (EchoData.u8(echo, at) & 0xF) * 4;
        int total = u16(echo, at + 2);
        return header >= 20
                && EchoData.length(echo) >= at + header
                && total >= header
                && total <= EchoData.declaredLength(echo) - at
                && sum(echo, at, header) == 0xFFFF;
    }

    private static int sum(PacketView echo, int at, int bytes) {
        int sum = 0;
        for (int i = 0; i < bytes; i += 2) {
            sum += u16(echo, at + i);
        }
        return (sum & 0xFFFF) + (sum >>> 16);
    }

    /** A header of a packet that ends with the data, and carries TCP, UDP or ICMPv6. */
    static boolean isIpv6(PacketView echo, int at) {
        if (EchoData.length(echo) < at + 40 || EchoData.u8(echo, at) >>> 4 != 6) {
            return false;
        }
        int next = EchoData.u8(echo, at + 6);
        return at + 40 + u16(echo, at + 4) == EchoData.declaredLength(echo) && (next == 6 || next == 17 || next == 58);
    }

    /** A record of a handshake, RFC 8446, section 5.1: of a version up to 1.3, with the message that it begins with. */
    private static boolean isTls(PacketView echo, int at) {
        return EchoData.length(echo) >= at + 6
                && EchoData.u8(echo, at) == 22
                && EchoData.u8(echo, at + 1) == 3
                && EchoData.u8(echo, at + 2) <= 4
                && u16(echo, at + 3) <= 1 << 14
                && (EchoData.u8(echo, at + 5) == 1 || EchoData.u8(echo, at + 5) == 2);
    }
}
