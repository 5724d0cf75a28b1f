package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.UnknownIcmpError;

/** An ICMPv6 error of no known type: RFC 4443 section 2.1. */
final class UnknownIcmpErrorReader {

    private static final int PARAMETER = 4; // offset in the message

    private UnknownIcmpErrorReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new UnknownIcmpError(in.u32(PARAMETER), QuotedDatagramReader.readIfAny(in, Icmp.BODY));
    }
}
