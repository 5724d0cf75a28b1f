package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.ParameterProblem;

/** Parameter problem: RFC 792 page 8 with a pointer of one byte, RFC 4443 section 3.4 with one of four. */
final class ParameterProblemReader {

    private static final int POINTER = 4; // offset in the message

    private ParameterProblemReader() {}

    static IcmpMessage read4(MessageBytes in) {
        return new ParameterProblem(in.u8(POINTER), QuotedDatagramReader.read(in, Icmp.BODY));
    }

    static IcmpMessage read6(MessageBytes in) {
        return new ParameterProblem(in.u32(POINTER), QuotedDatagramReader.read(in, Icmp.BODY));
    }
}
