package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.Timestamp;

/** Timestamp and timestamp reply: RFC 792 page 16. */
final class TimestampReader {

    private static final int ORIGINATE = 8; // offsets in the message
    private static final int RECEIVE = 12;
    private static final int TRANSMIT = 16;

    private TimestampReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new Timestamp(
                in.u16(Icmp.IDENTIFIER), in.u16(Icmp.SEQUENCE), in.u32(ORIGINATE), in.u32(RECEIVE), in.u32(TRANSMIT));
    }
}
