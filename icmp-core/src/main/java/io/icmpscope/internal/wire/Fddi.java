package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** FDDI, ISO 9314-2: frame control, destination, source. */
final class Fddi {

    private static final int HEADER = 13; // bytes
    private static final int ASYNCHRONOUS_LLC = 0x50; // in the upper four bits of frame control

    private Fddi() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        boolean llc = (bytes.get(cursor.at) & 0xF0) == ASYNCHRONOUS_LLC;
        return cursor.pass(HEADER, llc ? Protocol.LLC : Protocol.NONE);
    }
}
