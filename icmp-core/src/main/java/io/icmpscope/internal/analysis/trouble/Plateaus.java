package io.icmpscope.internal.analysis.trouble;

/** The MTUs of common links, for routers that do not name theirs: RFC 1191 section 7, table 7-1. */
final class Plateaus {

    private static final int[] MTUS = {65_535, 32_000, 17_914, 8_166, 4_352, 2_002, 1_492, 1_006, 508, 296, 68};

    private Plateaus() {}

    /** The largest of them that a packet of this length does not fit through; 68 for the shortest. */
    static int below(long packetBytes) {
        for (int mtu : MTUS) {
            if (mtu < packetBytes) {
                return mtu;
            }
        }
        return MTUS[MTUS.length - 1];
    }
}
