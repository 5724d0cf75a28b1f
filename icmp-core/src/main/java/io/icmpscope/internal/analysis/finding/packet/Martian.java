package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.report.Finding.Severity;

/** Addresses that packets on a link cannot have, or not in that place: RFC 1122 section 3.2.1.3, RFC 6890. */
enum Martian {
    /** 0.0.0.0/8. */
    THIS_NETWORK(0, "0.0.0.0/8, which means this network", "0.0.0.0/8", "", Severity.LOW),
    /** 127.0.0.0/8 and ::1. */
    LOOPBACK(1, "the loopback addresses", "127.0.0.0/8", "::1", Severity.MEDIUM),
    /** Multicast, as a source. */
    GROUP(2, "multicast addresses", "224.0.0.0/4", "ff00::/8", Severity.MEDIUM),
    /** 255.255.255.255, as a source. */
    BROADCAST(3, "the broadcast address", "255.255.255.255", "", Severity.MEDIUM),
    /** 240.0.0.0/4. */
    RESERVED(4, "240.0.0.0/4, which is reserved", "240.0.0.0/4", "", Severity.LOW),
    /** 169.254.0.0/16 and fe80::/10 behind a router. */
    LINK_LOCAL(5, "link-local addresses, behind a router", "169.254.0.0/16", "fe80::/10", Severity.LOW),
    /** ::, but as the source of those who have no address yet. */
    UNSPECIFIED(6, "::, the unspecified address", "", "::", Severity.LOW),
    /** ::ffff:0:0/96. */
    MAPPED(7, "::ffff:0:0/96, which is for use within a host", "", "::ffff:0:0/96", Severity.LOW),
    /** fec0::/10. */
    SITE_LOCAL(8, "fec0::/10, which RFC 3879 has given up", "", "fec0::/10", Severity.INFO),
    /** The prefixes of examples in texts. */
    DOCUMENTATION(
            9,
            "the prefixes for documentation",
            "192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24",
            "2001:db8::/32, 3fff::/20",
            Severity.INFO);

    /** One more than the largest {@link #number}. */
    static final int NUMBERS = values().length << 2;

    final String addresses;
    final Severity severity;

    private final String prefixes4;
    private final String prefixes6;

    private final int index; // in the order of the constants

    Martian(int index, String addresses, String prefixes4, String prefixes6, Severity severity) {
        this.index = index;
        this.addresses = addresses;
        this.prefixes4 = prefixes4;
        this.prefixes6 = prefixes6;
        this.severity = severity;
    }

    /** A number for the kind, whether it is the source, and the version of IP. */
    int number(boolean source, int ipVersion) {
        return index << 2 | (source ? 2 : 0) | (ipVersion == 6 ? 1 : 0);
    }

    /** The prefixes of an IP version, with commas between them. */
    String prefixes(int ipVersion) {
        return ipVersion == 4 ? prefixes4 : prefixes6;
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
