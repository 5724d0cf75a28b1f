package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * Generic UDP encapsulation, draft-ietf-intarea-gue section 3: version, control, length of options in words, IP protocol;
 * in version 1 nothing but the IP datagram, whose own version begins with the same bits. And foo over UDP, which has no header.
 */
final class Gue {

    private static final int HEADER = 4; // bytes, without options
    private static final int PROTOCOL = 1; // offset in the header

    private static final int CONTROL = 0x20; // in the first byte
    private static final int LENGTH = 0x1F;

    private Gue() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int first = bytes.get(cursor.at) & 0xFF;
        if (first >>> 6 != 0) {
            return RawIp.pass(bytes, cursor, 0);
        }
        int length = HEADER + ((first & LENGTH) << 2);
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        int protocol = bytes.get(cursor.at + PROTOCOL) & 0xFF;
        return cursor.pass(length, (first & CONTROL) != 0 ? Protocol.NONE : following(protocol));
    }

    /** An IP datagram alone. As nothing marks it, it must be just as long as what UDP carries. */
    static Fault fooOverUdp(ByteBuffer bytes, Cursor cursor) {
        int ip = Plausible.wholeIp(bytes, cursor.at, cursor);
        return ip == Protocol.NONE ? cursor.stop(Fault.WRONG_VALUE, 1) : cursor.pass(0, ip);
    }

    /** What an IP protocol announces here: only what brings an IP header of its own can be told from its surroundings. */
    static int following(int protocol) {
        return switch (protocol) {
            case 4, 41, 47, 97, 137, 143 -> Protocol.ip(protocol);
            default -> Protocol.NONE;
        };
    }
}
