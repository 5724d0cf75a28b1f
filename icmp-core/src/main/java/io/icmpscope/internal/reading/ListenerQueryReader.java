package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.MulticastListener;
import io.icmpscope.message.UnknownMessage;

/** Multicast listener query: RFC 2710 section 3, RFC 9777 section 5.1. The versions are told apart by length, section 8.1. */
final class ListenerQueryReader {

    private static final String LAYER = "listener-query";

    private static final int RESPONSE_CODE = 4; // offsets in the message
    private static final int GROUP = 8;
    private static final int FLAGS = 24;
    private static final int QUERY_INTERVAL = 25;
    private static final int SOURCE_COUNT = 26;
    private static final int SOURCES = 28;

    private static final int SUPPRESS = 0x08; // flags
    private static final int ROBUSTNESS = 0x07;

    private ListenerQueryReader() {}

    static IcmpMessage read(MessageBytes in) {
        MulticastRules.check(in, LAYER, false);
        if (in.declaredLength() < SOURCES) {
            if (in.declaredLength() != FLAGS) {
                in.problem(LAYER, FLAGS, SOURCES, in.declaredLength(), "neither 24 bytes long nor 28 or more");
            }
            return new MulticastListener.Query(in.u16(RESPONSE_CODE), in.ipv6(GROUP));
        }
        if (!in.has(0, SOURCES)) {
            in.tooShort(LAYER, 0, SOURCES);
            return new UnknownMessage(in.bodyLength());
        }
        int declared = in.u16(SOURCE_COUNT);
        return new MulticastListener.QueryVersion2(
                in.u16(RESPONSE_CODE),
                in.ipv6(GROUP),
                (in.u8(FLAGS) & SUPPRESS) != 0,
                in.u8(FLAGS) & ROBUSTNESS,
                in.u8(QUERY_INTERVAL),
                declared,
                ListenerReportReader.sources(in, LAYER, SOURCES, declared));
    }
}
