package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** What the packet filter of the BSDs logs: its header's length, rounded up to words, the address family, and more. */
final class Pflog {

    private static final int HEADER = 4; // bytes, at least

    private Pflog() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int length = ((bytes.get(cursor.at) & 0xFF) + 3) & ~3;
        return length < HEADER ? cursor.stop(Fault.HEADER_LENGTH, HEADER) : RawIp.pass(bytes, cursor, length);
    }
}
