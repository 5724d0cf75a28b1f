package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.TimeExceeded;

/** Time exceeded: RFC 792 page 6, RFC 4443 section 3.3. */
final class TimeExceededReader {

    private TimeExceededReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new TimeExceeded(QuotedDatagramReader.read(in, Icmp.BODY));
    }
}
