package io.icmpscope.internal.reading;

import io.icmpscope.message.FastHandover;
import io.icmpscope.message.IcmpMessage;

/** Messages of fast handovers: RFC 5568 section 6.1. */
final class FastHandoverReader {

    private static final int SUBTYPE = 4; // offsets in the message
    private static final int FLAGS = 5;
    private static final int IDENTIFIER = 6;
    private static final int OPTIONS = 8;

    private FastHandoverReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new FastHandover(in.u8(SUBTYPE), in.u8(FLAGS), in.u16(IDENTIFIER), NdpOptions.read(in, OPTIONS));
    }
}
