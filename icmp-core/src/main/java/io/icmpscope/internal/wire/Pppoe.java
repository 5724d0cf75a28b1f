package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** PPP over Ethernet, RFC 2516 section 4: version and type, code, session, length. */
final class Pppoe {

    private static final int HEADER = 6; // bytes

    private static final int CODE = 1; // offsets in the header
    private static final int SESSION = 2;
    private static final int LENGTH = 4;

    private static final int VERSION_AND_TYPE = 0x11;

    private Pppoe() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        if (bytes.get(at) != VERSION_AND_TYPE) {
            return cursor.stop(Fault.WRONG_VERSION, HEADER);
        }
        cursor.detail = bytes.getShort(at + SESSION) & 0xFFFF;
        cursor.clip((long) at + HEADER + (bytes.getShort(at + LENGTH) & 0xFFFF));
        return cursor.pass(HEADER, bytes.get(at + CODE) == 0 ? Protocol.PPP : Protocol.NONE); // else discovery
    }
}
