package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.RouterRenumbering;
import java.util.ArrayList;
import java.util.List;

/** Router renumbering: RFC 2894 section 3. */
final class RouterRenumberingReader {

    private static final String LAYER = "router-renumbering";

    private static final int CODE = 1; // offsets in the message
    private static final int SEQUENCE = 4;
    private static final int SEGMENT = 8;
    private static final int FLAGS = 9;
    private static final int MAXIMUM_DELAY = 10;
    private static final int BODY = 16;

    private static final int TEST = 0x80; // flags
    private static final int RESULT_REQUESTED = 0x40;
    private static final int ALL_INTERFACES = 0x20;
    private static final int SITE_SPECIFIC = 0x10;
    private static final int PROCESSED = 0x08;

    private static final int COMMAND = 0; // codes
    private static final int RESULT = 1;

    private RouterRenumberingReader() {}

    static IcmpMessage read(MessageBytes in) {
        int flags = in.u8(FLAGS);
        return new RouterRenumbering(
                in.u32(SEQUENCE),
                in.u8(SEGMENT),
                (flags & TEST) != 0,
                (flags & RESULT_REQUESTED) != 0,
                (flags & ALL_INTERFACES) != 0,
                (flags & SITE_SPECIFIC) != 0,
                (flags & PROCESSED) != 0,
                in.u16(MAXIMUM_DELAY),
                in.u8(CODE) == COMMAND ? PrefixControlReader.readAll(in, BODY) : List.of(),
                in.u8(CODE) == RESULT ? results(in) : List.of());
    }

    private static List<RouterRenumbering.MatchReport> results(MessageBytes in) {
        List<RouterRenumbering.MatchReport> results = new ArrayList<>();
        int at = BODY;
        while (in.has(at, MatchReportReader.LENGTH)) {
            results.add(MatchReportReader.read(in, at));
            at += MatchReportReader.LENGTH;
        }
        if (at < in.length()) {
            in.tooShort(LAYER, at, MatchReportReader.LENGTH);
        }
        return results;
    }
}
