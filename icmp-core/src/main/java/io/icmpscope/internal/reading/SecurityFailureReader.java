package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.SecurityFailure;

/** Security failure, known as Photuris: RFC 2521 section 2. */
final class SecurityFailureReader {

    private static final int POINTER = 6; // offset in the message

    private SecurityFailureReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new SecurityFailure(in.u16(POINTER), QuotedDatagramReader.read(in, Icmp.BODY));
    }
}
