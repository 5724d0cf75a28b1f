package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.ConversionError;
import io.icmpscope.message.IcmpMessage;

/** Datagram conversion error: RFC 1475. */
final class ConversionErrorReader {

    private static final int POINTER = 4; // offset in the message

    private ConversionErrorReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new ConversionError(in.u32(POINTER), QuotedDatagramReader.readIfAny(in, Icmp.BODY));
    }
}
