package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.TimeExceeded;

/** Time exceeded: RFC 792 page 6, RFC 4443 section 3.3. */
final class TimeExceededReader {

    private TimeExceededReader() {}

    static IcmpMessage read4(MessageBytes in) {
        return read(ErrorBody.read4(in));
    }

    static IcmpMessage read6(MessageBytes in) {
        return read(ErrorBody.read6(in));
    }

    private static IcmpMessage read(ErrorBody body) {
        return new TimeExceeded(body.quoted(), body.extensions());
    }
}
