package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.ExtendedEchoRequest;
import io.icmpscope.message.IcmpMessage;

/** Extended echo request: RFC 8335 section 2. It has an extension structure where others have a quote. */
final class ExtendedEchoRequestReader {

    private static final int SEQUENCE = 6; // offsets in the message; a sequence number of one byte
    private static final int FLAGS = 7;
    private static final int LOCAL = 0x01;

    private ExtendedEchoRequestReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new ExtendedEchoRequest(
                in.u16(Icmp.IDENTIFIER),
                in.u8(SEQUENCE),
                (in.u8(FLAGS) & LOCAL) != 0,
                ExtensionReader.read(in, Icmp.BODY, false));
    }
}
