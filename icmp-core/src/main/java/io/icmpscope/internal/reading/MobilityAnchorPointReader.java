package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;

/** Mobility anchor point: RFC 5380 section 5. */
final class MobilityAnchorPointReader {

    private static final int DISTANCE = 2; // offsets in the option; four bits each of distance and preference
    private static final int FLAGS = 3;
    private static final int VALID_LIFETIME = 4;
    private static final int ADDRESS = 8;

    private static final int REGISTRATION = 0x80; // a flag

    private MobilityAnchorPointReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new RouterOption.MobilityAnchorPoint(
                in.u8(at + DISTANCE) >>> 4,
                in.u8(at + DISTANCE) & 0x0F,
                (in.u8(at + FLAGS) & REGISTRATION) != 0,
                in.u32(at + VALID_LIFETIME),
                in.ipv6(at + ADDRESS));
    }
}
