package io.icmpscope.internal.reading;

import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.IcmpMessage;

/** Destination unreachable: RFC 792 page 4 with the MTU of RFC 1191 section 4, RFC 4443 section 3.1. */
final class DestinationUnreachableReader {

    private static final int CODE = 1; // offsets in the message
    private static final int NEXT_HOP_MTU = 6;
    private static final int FRAGMENTATION_NEEDED = 4; // the only code that has an MTU

    private DestinationUnreachableReader() {}

    static IcmpMessage read4(MessageBytes in) {
        Integer mtu = in.u8(CODE) == FRAGMENTATION_NEEDED ? in.u16(NEXT_HOP_MTU) : null;
        ErrorBody body = ErrorBody.read4(in);
        return new DestinationUnreachable(mtu, body.quoted(), body.extensions());
    }

    static IcmpMessage read6(MessageBytes in) {
        ErrorBody body = ErrorBody.read6(in);
        return new DestinationUnreachable(null, body.quoted(), body.extensions());
    }
}
