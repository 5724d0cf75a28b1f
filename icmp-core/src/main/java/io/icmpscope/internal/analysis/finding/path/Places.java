package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.message.IpAddress;

/** Where an address can be, by itself. */
final class Places {

    private Places() {}

    /** Whether it is of a network that everybody may use inside: RFC 1918, RFC 6598. */
    static boolean isPrivate4(IpAddress address) {
        long bits = address.low();
        return bits >>> 24 == 10 || bits >>> 20 == 0xAC1 || bits >>> 16 == 0xC0A8 || bits >>> 22 == 0x191;
    }

    /** Whether no host has it: this network, loopback, groups, the rest of the space and everybody; RFC 6890. */
    static boolean isNoHost4(IpAddress address) {
        long first = address.low() >>> 24;
        return first == 0 || first == 127 || first >= 224;
    }

    /** Whether it is of fe80::/10. */
    static boolean isLinkLocal6(IpAddress address) {
        return address.version() == 6 && address.high() >>> 54 == 0x3FA;
    }
}
