package io.icmpscope.internal.analysis.payload;

import io.icmpscope.internal.packet.PacketView;

/** The two pings by which nmap tells operating systems apart, "IE" in its manual, chapter "TCP/IP Fingerprinting Methods". */
final class NmapEcho {

    private static final int SEQUENCE = 295; // of the first

    private NmapEcho() {}

    static boolean fits(PacketView echo) {
        return switch (echo.sequenceNumber()) {
            case SEQUENCE -> echo.code() == 9 && DataRules.length(echo, 120) && DataRules.alike(echo, 0);
            case SEQUENCE + 1 -> echo.code() == 0 && DataRules.length(echo, 150) && DataRules.alike(echo, 0);
            default -> false;
        };
    }
}
