package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import java.util.ArrayList;
import java.util.List;

/** The options at the end of a message: RFC 4861 section 4.6. Every step goes on by at least 8 bytes, or is the last. */
final class NdpOptions {

    static final int LENGTH = 1; // offset in every option
    static final int UNIT = 8; // bytes, in which lengths are counted
    static final int HEADER = 2; // bytes: type and length

    private static final String LAYER = "nd-option";
    private static final int PVD_ID = 21; // an option type
    private static final int MAX_OPTIONS = 1024; // kept of a message

    private NdpOptions() {}

    /** Reads the options from an offset to the end of the message. */
    static List<NdpOption> read(MessageBytes in, int from) {
        return read(in, from, in.length(), false);
    }

    /** Reads the options that an option for a provisioning domain holds; it does not hold another such. */
    static List<NdpOption> readNested(MessageBytes in, int from, int end) {
        return read(in, from, end, true);
    }

    private static List<NdpOption> read(MessageBytes in, int from, int end, boolean nested) {
        List<NdpOption> options = new ArrayList<>();
        int at = from;
        while (at < end) {
            int had = end - at;
            int length = had < HEADER ? 0 : in.u8(at + LENGTH) * UNIT;
            if (length == 0) {
                in.problem(
                        LAYER, at, UNIT, had < HEADER ? had : 0, "an option of length 0 or of one byte ends the list");
                break;
            }
            if (options.size() == MAX_OPTIONS) {
                in.problem(LAYER, at, MAX_OPTIONS, MAX_OPTIONS, "further options are not kept");
                break;
            }
            if (length > had) {
                overrun(in, at, length, had);
                options.add(unknown(in, at, length, had));
                break;
            }
            if (nested && in.u8(at) == PVD_ID) {
                in.violation(LAYER, at, "a provisioning domain holds no other");
                options.add(unknown(in, at, length, length));
            } else {
                options.add(NdpOptionTable.read(in, at, at + length));
            }
            at += length;
        }
        return options;
    }

    private static void overrun(MessageBytes in, int at, int length, int had) {
        boolean cut = at + length <= in.declaredLength();
        in.problem(LAYER, at, length, had, cut ? "its captured bytes end too early" : "it reaches beyond its message");
    }

    /** Keeps an option without a meaning to us, of which so many bytes are there. */
    static NdpOption unknown(MessageBytes in, int at, int length, int had) {
        return new NdpOption.UnknownOption(in.u8(at), length, in.hex(at + HEADER, had - HEADER));
    }
}
