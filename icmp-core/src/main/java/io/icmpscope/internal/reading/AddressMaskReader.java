package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.AddressMask;
import io.icmpscope.message.IcmpMessage;

/** Address mask request and reply: RFC 950 appendix I. */
final class AddressMaskReader {

    private static final int MASK = 8; // offset in the message

    private AddressMaskReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new AddressMask(in.u16(Icmp.IDENTIFIER), in.u16(Icmp.SEQUENCE), in.ipv4(MASK));
    }
}
