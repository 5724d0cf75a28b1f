package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.SourceQuench;

/** Source quench: RFC 792 page 10. */
final class SourceQuenchReader {

    private SourceQuenchReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new SourceQuench(QuotedDatagramReader.read(in, Icmp.BODY));
    }
}
