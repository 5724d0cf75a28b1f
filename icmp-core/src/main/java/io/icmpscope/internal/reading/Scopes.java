package io.icmpscope.internal.reading;

import io.icmpscope.message.IpAddress;

/** What kinds of addresses the rules of neighbour discovery tell apart: RFC 4291 section 2. */
final class Scopes {

    private static final long SOLICITED_NODE = 0x0000_0001_FF00_0000L; // ff02::1:ff00:0/104, section 2.7.1

    private Scopes() {}

    static boolean isLinkLocal(IpAddress address) {
        return address.version() == 6 && address.high() >>> 54 == 0xFE80 >>> 6;
    }

    static boolean isUnspecified(IpAddress address) {
        return address.high() == 0 && address.low() == 0;
    }

    static boolean isSolicitedNode(IpAddress address) {
        return address.high() == 0xFF02L << 48 && (address.low() & ~0xFFFFFFL) == SOLICITED_NODE;
    }
}
