package io.icmpscope.internal.reading;

import io.icmpscope.message.RouterRenumbering;

/** A result of router renumbering: RFC 2894 section 3.2.2. */
final class MatchReportReader {

    static final int LENGTH = 24; // bytes

    private static final int FLAGS = 1; // offsets in the result
    private static final int ORDINAL = 2;
    private static final int MATCHED_LENGTH = 3;
    private static final int INTERFACE_INDEX = 4;
    private static final int MATCHED_PREFIX = 8;

    private static final int OUT_OF_BOUNDS = 0x02; // flags
    private static final int FORBIDDEN = 0x01;

    private MatchReportReader() {}

    static RouterRenumbering.MatchReport read(MessageBytes in, int at) {
        return new RouterRenumbering.MatchReport(
                (in.u8(at + FLAGS) & OUT_OF_BOUNDS) != 0,
                (in.u8(at + FLAGS) & FORBIDDEN) != 0,
                in.u8(at + ORDINAL),
                in.u8(at + MATCHED_LENGTH),
                in.u32(at + INTERFACE_INDEX),
                in.ipv6(at + MATCHED_PREFIX));
    }
}
