package io.icmpscope.internal.reading;

import io.icmpscope.message.LowPanOption;
import io.icmpscope.message.NdpOption;

/** 6LoWPAN context: RFC 6775 section 4.2. */
final class ContextReader {

    private static final String LAYER = "6lowpan-context";

    private static final int CONTEXT_LENGTH = 2; // offsets in the option
    private static final int FLAGS = 3;
    private static final int VALID_LIFETIME = 6;
    private static final int PREFIX = 8;

    private static final int COMPRESSION = 0x10; // flags
    private static final int CONTEXT_ID = 0x0F;

    private ContextReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int bits = in.u8(at + CONTEXT_LENGTH);
        if (bits > 128) {
            in.problem(LAYER, at + CONTEXT_LENGTH, 128, bits, "the prefix is longer than an address");
        } else if (bits > (end - at - PREFIX) * 8) {
            in.problem(LAYER, at, PREFIX + (bits + 7) / 8, end - at, "the option is too short for its prefix");
        }
        int flags = in.u8(at + FLAGS);
        return new LowPanOption.Context(
                in.ipv6(at + PREFIX, end - at - PREFIX),
                bits,
                (flags & COMPRESSION) != 0,
                flags & CONTEXT_ID,
                in.u16(at + VALID_LIFETIME));
    }
}
