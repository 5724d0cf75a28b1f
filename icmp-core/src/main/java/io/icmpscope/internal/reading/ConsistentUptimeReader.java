package io.icmpscope.internal.reading;

import io.icmpscope.message.LowPanOption;
import io.icmpscope.message.NdpOption;

/** Consistent uptime: RFC 9685. */
final class ConsistentUptimeReader {

    private static final int UPTIME = 2; // offsets in the option; 6 bits of exponent, 10 of mantissa
    private static final int STATE = 4; // flags, and twice 12 bits of sequence information

    private static final int SLEEPING = 0x8000_0000; // flags
    private static final int PEER_KNOWN = 0x4000_0000;

    private ConsistentUptimeReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int uptime = in.u16(at + UPTIME);
        int state = in.i32(at + STATE);
        return new LowPanOption.ConsistentUptime(
                uptime >>> 10,
                uptime & 0x3FF,
                (state & SLEEPING) != 0,
                (state & PEER_KNOWN) != 0,
                (state >>> 12) & 0xFFF,
                state & 0xFFF);
    }
}
