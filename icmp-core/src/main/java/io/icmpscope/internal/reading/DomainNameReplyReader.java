package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.DomainNameReply;
import io.icmpscope.message.IcmpMessage;
import java.util.ArrayList;
import java.util.List;

/** Domain name reply: RFC 1788 section 3. Names are labels up to an empty one, never compressed. */
final class DomainNameReplyReader {

    private static final String LAYER = "domain-name-reply";

    private static final int TTL = 8; // offsets in the message
    private static final int NAMES = 12;

    private static final int MAX_LABEL = 63; // bytes
    private static final int MAX_NAME = 255;

    private DomainNameReplyReader() {}

    static IcmpMessage read(MessageBytes in) {
        List<String> names = new ArrayList<>();
        int at = NAMES;
        while (in.has(at, 1)) {
            int length = nameLength(in, at);
            if (length == 0) {
                break;
            }
            names.add(text(in, at));
            at += length;
        }
        return new DomainNameReply(in.u16(Icmp.IDENTIFIER), in.u16(Icmp.SEQUENCE), in.i32(TTL), names);
    }

    /** The length of a name in bytes, 0 when it is none. */
    private static int nameLength(MessageBytes in, int first) {
        int at = first;
        while (in.has(at, 1)) {
            int label = in.u8(at);
            if (label > MAX_LABEL) {
                in.problem(LAYER, at, MAX_LABEL, label, "a label is too long, or compressed");
                return 0;
            }
            at += 1 + label;
            if (at - first > MAX_NAME) {
                in.problem(LAYER, first, MAX_NAME, at - first, "a name is too long");
                return 0;
            }
            if (label == 0) {
                return at - first;
            }
        }
        in.tooShort(LAYER, first, at + 1L - first);
        return 0;
    }

    private static String text(MessageBytes in, int first) {
        StringBuilder text = new StringBuilder();
        for (int at = first; in.u8(at) != 0; at += 1 + in.u8(at)) {
            for (int i = 1; i <= in.u8(at); i++) {
                append(text, in.u8(at + i));
            }
            text.append('.');
        }
        return text.isEmpty() ? "." : text.toString();
    }

    /** Appends a byte as RFC 1035 section 5.1 writes it. */
    private static void append(StringBuilder text, int octet) {
        if (octet == '.' || octet == '\\') {
            text.append('\\').append((char) octet);
        } else if (octet > ' ' && octet < 0x7F) {
            text.append((char) octet);
        } else {
            text.append('\\').append(Integer.toString(1000 + octet), 1, 4);
        }
    }
}
