package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.ExtendedEchoReply;
import io.icmpscope.message.ExtendedEchoReply.State;
import io.icmpscope.message.IcmpMessage;

/** Extended echo reply: RFC 8335 section 3. */
final class ExtendedEchoReplyReader {

    private static final int SEQUENCE = 6; // offsets in the message; a sequence number of one byte
    private static final int STATE_AND_FLAGS = 7;

    private static final int STATE_SHIFT = 5; // three bits of state, two reserved, three flags
    private static final int ACTIVE = 0x04;
    private static final int IPV4 = 0x02;
    private static final int IPV6 = 0x01;

    private static final State[] STATES = State.values();

    private ExtendedEchoReplyReader() {}

    static IcmpMessage read(MessageBytes in) {
        int bits = in.u8(STATE_AND_FLAGS);
        return new ExtendedEchoReply(
                in.u16(Icmp.IDENTIFIER),
                in.u8(SEQUENCE),
                STATES[bits >>> STATE_SHIFT],
                (bits & ACTIVE) != 0,
                (bits & IPV4) != 0,
                (bits & IPV6) != 0);
    }
}
