package io.icmpscope.bench;

import java.nio.ByteBuffer;

/** Writes IPv4 headers, RFC 791 section 3.1, and IPv6 headers, RFC 8200 section 3. Neither options nor extensions. */
final class IpHeader {

    static final int ICMP = 1; // protocol numbers
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMPV6 = 58;

    private static final int V4_HEADER = 20; // bytes
    private static final int V6_HEADER = 40;
    private static final int V4_CHECKSUM = 10; // offset in the header
    private static final int HOPS = 64;

    private IpHeader() {}

    static int length(Route route) {
        return route.isV6() ? V6_HEADER : V4_HEADER;
    }

    static int icmp(Route route) {
        return route.isV6() ? ICMPV6 : ICMP;
    }

    static void put(ByteBuffer out, Route route, int protocol, int payload, int identification) {
        if (route.isV6()) {
            putV6(out, route, protocol, payload);
        } else {
            putV4(out, route, protocol, payload, identification);
        }
    }

    private static void putV4(ByteBuffer out, Route route, int protocol, int payload, int identification) {
        int at = out.position();
        out.put((byte) 0x45).put((byte) 0).putShort((short) (V4_HEADER + payload));
        out.putShort((short) identification).putShort((short) 0);
        out.put((byte) HOPS).put((byte) protocol).putShort((short) 0);
        out.putInt((int) route.from().low()).putInt((int) route.to().low());
        long sum = InternetChecksum.sum(out, at, out.position());
        out.putShort(at + V4_CHECKSUM, (short) InternetChecksum.complement(sum));
    }

    private static void putV6(ByteBuffer out, Route route, int protocol, int payload) {
        out.putInt(0x6000_0000).putShort((short) payload);
        out.put((byte) protocol).put((byte) HOPS);
        out.putLong(route.from().high()).putLong(route.from().low());
        out.putLong(route.to().high()).putLong(route.to().low());
    }

    /** What checksums cover of the IP header: RFC 9293 section 3.1, RFC 8200 section 8.1. ICMP over IPv4 has none. */
    static long pseudoHeaderSum(Route route, int protocol, int payload) {
        if (protocol == ICMP) {
            return 0;
        }
        return InternetChecksum.sum(route.from().high())
                + InternetChecksum.sum(route.from().low())
                + InternetChecksum.sum(route.to().high())
                + InternetChecksum.sum(route.to().low())
                + protocol
                + payload;
    }
}
