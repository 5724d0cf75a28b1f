package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * One of the packets that a frame of IEEE 802.11 aggregates, section 9.3.2.2.2: destination, source, length, the packet,
 * padding to four bytes.
 */
final class AggregatedMsdu {

    private static final int HEADER = 14; // bytes
    private static final int LENGTH = 12; // offset in the header

    private AggregatedMsdu() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int whole = HEADER + (bytes.getShort(at + LENGTH) & 0xFFFF);
        cursor.branch(bytes, at + ((whole + 3) & ~3), Protocol.A_MSDU);
        cursor.clip((long) at + whole);
        return cursor.pass(HEADER, Protocol.LLC);
    }
}
