package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.SendOption;

/** Timestamp: RFC 3971 section 5.3.1. */
final class SendTimestampReader {

    private static final int SECONDS = 8; // offsets in the option
    private static final int FRACTION = 14;

    private SendTimestampReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new SendOption.SendTimestamp(in.i64(at + SECONDS) >>> 16, in.u16(at + FRACTION));
    }
}
