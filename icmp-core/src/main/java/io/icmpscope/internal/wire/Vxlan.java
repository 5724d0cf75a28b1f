package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** VXLAN, RFC 7348 section 5: flags, network. And its extension for other payloads, draft-ietf-nvo3-vxlan-gpe section 3. */
final class Vxlan {

    private static final int HEADER = 8; // bytes

    private static final int NEXT = 3; // offsets in the header
    private static final int NETWORK = 4;

    private static final int HAS_NETWORK = 0x08; // flags
    private static final int HAS_NEXT = 0x04;
    private static final int VERSION = 0x30;

    private Vxlan() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        if ((bytes.get(cursor.at) & HAS_NETWORK) == 0) {
            return cursor.stop(Fault.WRONG_VALUE, HEADER);
        }
        cursor.detail = upper24(bytes, cursor.at + NETWORK);
        return cursor.pass(HEADER, Protocol.ETHERNET);
    }

    static Fault extended(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int flags = bytes.get(cursor.at);
        if ((flags & VERSION) != 0) {
            return cursor.stop(Fault.WRONG_VERSION, HEADER);
        }
        if ((flags & HAS_NETWORK) != 0) {
            cursor.detail = upper24(bytes, cursor.at + NETWORK);
        }
        int next = bytes.get(cursor.at + NEXT) & 0xFF;
        return cursor.pass(HEADER, (flags & HAS_NEXT) == 0 ? Protocol.ETHERNET : Nsh.following(next));
    }

    /** Reads the upper 24 bits of a word, where this and other headers keep what numbers a network. */
    static int upper24(ByteBuffer bytes, int at) {
        return bytes.getInt(at) >>> 8;
    }
}
