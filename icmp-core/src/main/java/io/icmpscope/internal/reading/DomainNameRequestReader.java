package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.DomainNameRequest;
import io.icmpscope.message.IcmpMessage;

/** Domain name request: RFC 1788 section 2. */
final class DomainNameRequestReader {

    private DomainNameRequestReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new DomainNameRequest(in.u16(Icmp.IDENTIFIER), in.u16(Icmp.SEQUENCE));
    }
}
