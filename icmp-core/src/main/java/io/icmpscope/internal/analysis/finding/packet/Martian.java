package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.report.Finding.Severity;

/** Addresses that packets on a link cannot have, or not in that place: RFC 1122 section 3.2.1.3, RFC 6890. */
enum Martian {
    /** 0.0.0.0/8. */
    THIS_NETWORK(0, "0.0.0.0/8, which means this network", Severity.LOW),
    /** 127.0.0.0/8 and ::1. */
    LOOPBACK(1, "the loopback addresses", Severity.MEDIUM),
    /** Multicast, as a source. */
    GROUP(2, "multicast addresses", Severity.MEDIUM),
    /** 255.255.255.255, as a source. */
    BROADCAST(3, "the broadcast address", Severity.MEDIUM),
    /** 240.0.0.0/4. */
    RESERVED(4, "240.0.0.0/4, which is reserved", Severity.LOW),
    /** 169.254.0.0/16 and fe80::/10 behind a router. */
    LINK_LOCAL(5, "link-local addresses, behind a router", Severity.LOW),
    /** ::, but as the source of those who have no address yet. */
    UNSPECIFIED(6, "::, the unspecified address", Severity.LOW),
    /** ::ffff:0:0/96. */
    MAPPED(7, "::ffff:0:0/96, which is for use within a host", Severity.LOW),
    /** fec0::/10. */
    SITE_LOCAL(8, "fec0::/10, which RFC 3879 has given up", Severity.INFO),
    /** The prefixes of examples in texts. */
    DOCUMENTATION(9, "the prefixes for documentation", Severity.INFO);

    /** One more than the largest {@link #number}. */
    static final int NUMBERS = values().length << 2;

    final String addresses;
    final Severity severity;

    private final int index; // in the order of the constants

    Martian(int index, String addresses, Severity severity) {
        this.index = index;
        this.addresses = addresses;
        this.severity = severity;
    }

    /** A number for the kind, whether it is the source, and the version of IP. */
    int number(boolean source, int ipVersion) {
        return index << 2 | (source ? 2 : 0) | (ipVersion == 6 ? 1 : 0);
    }

    static Martian of(int number) {
        return values()[number >>> 2];
    }

    static boolean isSource(int number) {
        return (number & 2) != 0;
    }

    static int ipVersion(int number) {
        return (number & 1) == 0 ? 4 : 6;
    }
}
