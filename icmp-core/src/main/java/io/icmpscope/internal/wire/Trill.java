package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** TRILL, RFC 6325 section 3: version, length of options, hops; the bridges it left and goes to; an Ethernet frame. */
final class Trill {

    private static final int HEADER = 6; // bytes, without options

    private Trill() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int first = bytes.getShort(cursor.at) & 0xFFFF;
        if (first >>> 14 != 0) {
            return cursor.stop(Fault.WRONG_VERSION, HEADER);
        }
        int length = HEADER + ((first >>> 6 & 0x1F) << 2); // options in words
        return cursor.left() < length
                ? cursor.stop(Fault.CUT_BY_CAPTURE, length)
                : cursor.pass(length, Protocol.ETHERNET);
    }
}
