package io.icmpscope.bench;

import io.icmpscope.message.IpAddress;

/** Who sends to whom; both addresses are of one version. */
record Route(IpAddress from, IpAddress to) {

    private static final int V4_NET = 10 << 24; // 10.0.0.0/8, RFC 1918
    private static final long V6_NET = 0x2001_0db8_0000_0000L; // 2001:db8::/32, RFC 3849

    boolean isV6() {
        return from.version() == 6;
    }

    Route back() {
        return new Route(to, from);
    }

    /** A host of ours, 0 to 2^23 - 1. */
    static IpAddress inside(boolean v6, int host) {
        return v6 ? IpAddress.v6(V6_NET, host) : IpAddress.v4(V4_NET | host);
    }

    /** A host that ours talk to, 0 to 2^23 - 1. */
    static IpAddress outside(boolean v6, int host) {
        return v6 ? IpAddress.v6(V6_NET | 1, host) : IpAddress.v4(V4_NET | 1 << 23 | host);
    }
}
