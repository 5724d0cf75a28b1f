package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.message.IpAddress;

/** Whether hosts are near each other, as far as addresses tell. */
final class Neighborhood {

    private Neighborhood() {}

    /** Whether both have addresses that are not routed in the Internet, or share a /24 or a /64. */
    static boolean isLocal(IpAddress one, IpAddress other) {
        return one.version() == other.version() && ((isPrivate(one) && isPrivate(other)) || sharesSubnet(one, other));
    }

    private static boolean sharesSubnet(IpAddress one, IpAddress other) {
        return one.version() == 4 ? one.low() >>> 8 == other.low() >>> 8 : one.high() == other.high();
    }

    /** RFC 1918, RFC 6598, loopback and link-local; RFC 4193, loopback and link-local. */
    private static boolean isPrivate(IpAddress address) {
        if (address.version() == 6) {
            long first = address.high() >>> 48;
            return first >>> 9 == 0xFC >> 1
                    || first >>> 6 == 0xFE80 >> 6
                    || (address.high() == 0 && address.low() == 1);
        }
        long first = address.low() >>> 24;
        long two = address.low() >>> 16;
        return first == 10
                || first == 127
                || two >>> 4 == 0xAC1
                || two == 0xC0A8
                || two == 0xA9FE
                || address.low() >>> 22 == 0x6440_0000L >>> 22;
    }

    /** Whether it names no single host: a group, all hosts, or nobody. */
    static boolean isGroup(IpAddress address) {
        return address.isMulticast() || (address.version() == 4 && address.low() == 0xFFFF_FFFFL);
    }
}
