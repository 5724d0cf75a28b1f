package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.Echo;
import io.icmpscope.message.IcmpMessage;

/** Echo and echo reply: RFC 792 page 14, RFC 4443 section 4. */
final class EchoReader {

    private EchoReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new Echo(in.u16(Icmp.IDENTIFIER), in.u16(Icmp.SEQUENCE), in.length() - Icmp.BODY);
    }
}
