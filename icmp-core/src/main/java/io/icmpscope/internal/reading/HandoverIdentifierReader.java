package io.icmpscope.internal.reading;

import io.icmpscope.message.HandoverOption;
import io.icmpscope.message.NdpOption;

/** Handover assist information and mobile node identifier: RFC 5271 section 6. */
final class HandoverIdentifierReader {

    private static final String LAYER = "handover-identifier";

    private static final int OPTION_CODE = 2; // offsets in the option
    private static final int VALUE_LENGTH = 3;
    private static final int VALUE = 4;

    private HandoverIdentifierReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int length = in.u8(at + VALUE_LENGTH);
        int room = end - at - VALUE;
        if (length > room) {
            in.problem(LAYER, at + VALUE, length, room, "the value reaches beyond its option");
        }
        return new HandoverOption.HandoverIdentifier(
                in.u8(at), in.u8(at + OPTION_CODE), in.hex(at + VALUE, Math.min(length, room)));
    }
}
