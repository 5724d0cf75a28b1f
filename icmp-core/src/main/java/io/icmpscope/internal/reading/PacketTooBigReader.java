package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.PacketTooBig;

/** Packet too big: RFC 4443 section 3.2. */
final class PacketTooBigReader {

    private static final int MTU = 4; // offset in the message

    private PacketTooBigReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new PacketTooBig(in.u32(MTU), QuotedDatagramReader.read(in, Icmp.BODY));
    }
}
