package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MulticastListener;
import java.util.ArrayList;
import java.util.List;

/** Multicast listener report and done of version 1: RFC 2710 section 3; report of version 2: RFC 9777 section 5.2. What is
 * declared is believed as far as it was captured. */
final class ListenerReportReader {

    private static final String LAYER = "listener-report";

    private static final int RESPONSE_DELAY = 4; // offsets in a message of version 1
    private static final int GROUP = 8;

    private static final int RECORD_COUNT = 6; // offsets in a message of version 2
    private static final int RECORDS = 8;

    private static final int TYPE = 0; // offsets in a record
    private static final int AUXILIARY_LENGTH = 1; // in units of 4 bytes
    private static final int SOURCE_COUNT = 2;
    private static final int RECORD_GROUP = 4;
    private static final int SOURCES = 20;

    private static final int ADDRESS = 16; // bytes

    private ListenerReportReader() {}

    static IcmpMessage readReport(MessageBytes in) {
        MulticastRules.check(in, LAYER, true);
        return new MulticastListener.Report(in.u16(RESPONSE_DELAY), in.ipv6(GROUP));
    }

    static IcmpMessage readDone(MessageBytes in) {
        MulticastRules.check(in, LAYER, true);
        return new MulticastListener.Done(in.u16(RESPONSE_DELAY), in.ipv6(GROUP));
    }

    static IcmpMessage readVersion2(MessageBytes in) {
        MulticastRules.check(in, LAYER, true);
        int declared = in.u16(RECORD_COUNT);
        List<MulticastListener.AddressRecord> records = new ArrayList<>();
        int at = RECORDS;
        while (records.size() < declared && in.has(at, SOURCES)) {
            MulticastListener.AddressRecord next = record(in, at);
            records.add(next);
            at += SOURCES + next.declaredSources() * ADDRESS + next.auxiliaryBytes();
        }
        if (records.size() < declared) {
            in.tooShort(LAYER, Math.min(at, in.length()), SOURCES);
        }
        return new MulticastListener.ReportVersion2(declared, records);
    }

    private static MulticastListener.AddressRecord record(MessageBytes in, int at) {
        int declared = in.u16(at + SOURCE_COUNT);
        return new MulticastListener.AddressRecord(
                in.u8(at + TYPE),
                in.ipv6(at + RECORD_GROUP),
                declared,
                sources(in, LAYER, at + SOURCES, declared),
                in.u8(at + AUXILIARY_LENGTH) * 4);
    }

    /** Reads so many addresses, or as many as were captured. */
    static List<IpAddress> sources(MessageBytes in, String layer, int at, int declared) {
        if (!in.has(at, declared * ADDRESS)) {
            in.tooShort(layer, at, (long) declared * ADDRESS);
        }
        return in.ipv6List(at, Math.min(at + declared * ADDRESS, in.length()));
    }
}
