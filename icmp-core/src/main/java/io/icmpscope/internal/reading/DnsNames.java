package io.icmpscope.internal.reading;

import java.util.ArrayList;
import java.util.List;

/** Domain names in the form they have on the wire, without compression: RFC 1035 section 3.1. What is between them, zeros,
 * is padding. Every step goes on by at least a byte. */
final class DnsNames {

    private static final int LONGEST_LABEL = 63; // bytes, RFC 1035 section 2.3.4
    private static final int LONGEST_NAME = 255;

    private final MessageBytes in;
    private final String layer;
    private final int end;
    private int at;
    private boolean malformed;

    /** Reads names between two offsets of a message. */
    DnsNames(MessageBytes in, String layer, int start, int end) {
        this.in = in;
        this.layer = layer;
        this.at = start;
        this.end = end;
    }

    /** Where the next name would begin; the end once a name was malformed. */
    int at() {
        return malformed ? end : at;
    }

    /** Reads the names up to the end, or to one that is malformed. */
    List<String> all() {
        List<String> names = new ArrayList<>();
        while (!malformed && at < end) {
            if (in.u8(at) == 0) {
                at++;
            } else {
                names.add(next());
            }
        }
        return names;
    }

    /** Reads a name; of a malformed one the labels before the fault, of the root an empty one. */
    String next() {
        StringBuilder name = new StringBuilder();
        int start = at;
        while (at < end && in.u8(at) != 0) {
            int length = in.u8(at);
            if (isMalformed(length, at - start)) {
                malformed = true;
                return name.toString();
            }
            if (name.length() > 0) {
                name.append('.');
            }
            name.append(in.utf8(at + 1, length));
            at += 1 + length;
        }
        if (at < end) {
            at++; // the root
        } else if (at > start) {
            in.problem(layer, at, 1, 0, "a name has no end");
        }
        return name.toString();
    }

    private boolean isMalformed(int length, int before) {
        if (length > LONGEST_LABEL) {
            in.problem(layer, at, LONGEST_LABEL, length, "a label is too long, or compressed");
            return true;
        }
        if (length >= end - at) { // the attack CVE-2020-16899 among others
            in.problem(layer, at, length + 1L, end - at, "a label reaches beyond the end");
            return true;
        }
        if (before + length + 1 > LONGEST_NAME - 1) {
            in.problem(layer, at, LONGEST_NAME, before + length + 2L, "a name is too long");
            return true;
        }
        return false;
    }
}
