package io.icmpscope.internal.reading;

import io.icmpscope.message.RouterRenumbering;
import java.util.ArrayList;
import java.util.List;

/** Prefix control operations of router renumbering: RFC 2894 section 3.2.1. */
final class PrefixControlReader {

    private static final String LAYER = "prefix-control";

    private static final int MATCH_PART = 24; // bytes
    private static final int USE_PART = 32;
    private static final int UNIT = 8; // in which the length of an operation counts

    private static final int OP_CODE = 0; // offsets in the match-prefix part
    private static final int OP_LENGTH = 1;
    private static final int ORDINAL = 2;
    private static final int MATCH_LENGTH = 3;
    private static final int MINIMUM_LENGTH = 4;
    private static final int MAXIMUM_LENGTH = 5;
    private static final int MATCH_PREFIX = 8;

    private PrefixControlReader() {}

    /** Reads the operations up to the end of the message; each step goes on by 24 bytes at least. */
    static List<RouterRenumbering.PrefixControl> readAll(MessageBytes in, int from) {
        List<RouterRenumbering.PrefixControl> operations = new ArrayList<>();
        int at = from;
        while (in.has(at, MATCH_PART)) {
            int length = in.u8(at + OP_LENGTH) * UNIT;
            if (length < MATCH_PART) {
                in.problem(LAYER, at + OP_LENGTH, MATCH_PART, length, "an operation is shorter than its first part");
                return operations;
            }
            operations.add(read(in, at, Math.min(at + length, in.length())));
            at += length;
        }
        if (at != in.length()) {
            in.tooShort(LAYER, Math.min(at, in.length()), MATCH_PART);
        }
        return operations;
    }

    private static RouterRenumbering.PrefixControl read(MessageBytes in, int at, int end) {
        List<RouterRenumbering.UsePrefix> prefixes = new ArrayList<>();
        for (int part = at + MATCH_PART; part + USE_PART <= end; part += USE_PART) {
            prefixes.add(UsePrefixReader.read(in, part));
        }
        return new RouterRenumbering.PrefixControl(
                in.u8(at + OP_CODE),
                in.u8(at + ORDINAL),
                in.u8(at + MATCH_LENGTH),
                in.u8(at + MINIMUM_LENGTH),
                in.u8(at + MAXIMUM_LENGTH),
                in.ipv6(at + MATCH_PREFIX),
                prefixes);
    }
}
