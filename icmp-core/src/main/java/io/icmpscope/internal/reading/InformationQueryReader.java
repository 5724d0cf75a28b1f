package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.InformationQuery;

/** Information request and reply: RFC 792 page 18. */
final class InformationQueryReader {

    private InformationQueryReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new InformationQuery(in.u16(Icmp.IDENTIFIER), in.u16(Icmp.SEQUENCE));
    }
}
