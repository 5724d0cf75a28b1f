package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.ExperimentalMobility;
import io.icmpscope.message.IcmpMessage;

/** Messages of experimental mobility protocols: RFC 4065. */
final class ExperimentalMobilityReader {

    private static final int SUBTYPE = 4; // offset in the message

    private ExperimentalMobilityReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new ExperimentalMobility(in.u8(SUBTYPE), in.length() - Icmp.BODY);
    }
}
