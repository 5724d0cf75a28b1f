package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * Mirrored frames in GRE, draft-foschiano-erspan: version and VLAN, session, and in the third version a time stamp, the kind
 * of frame, and perhaps what the platform adds.
 */
final class Erspan {

    private static final int HEADER_2 = 8; // bytes
    private static final int HEADER_3 = 12;
    private static final int PLATFORM = 8;

    private static final int SESSION = 2; // offset in the header, in the lower ten bits
    private static final int KIND = 10; // in the third version: one bit, the kind in five, hardware, direction, more

    private static final int IP_FRAME = 2; // a kind
    private static final int HAS_PLATFORM = 1;

    private Erspan() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < HEADER_2) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER_2);
        }
        cursor.detail = bytes.getShort(at + SESSION) & 0x3FF;
        return switch ((bytes.get(at) & 0xFF) >>> 4) {
            case 1 -> cursor.pass(HEADER_2, Protocol.ETHERNET);
            case 2 -> third(bytes, cursor);
            default -> cursor.stop(Fault.WRONG_VERSION, HEADER_2);
        };
    }

    private static Fault third(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER_3) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER_3);
        }
        int kind = bytes.getShort(cursor.at + KIND);
        int length = HEADER_3 + ((kind & HAS_PLATFORM) == 0 ? 0 : PLATFORM);
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        return switch (kind >>> 10 & 0x1F) {
            case 0 -> cursor.pass(length, Protocol.ETHERNET);
            case IP_FRAME -> RawIp.pass(bytes, cursor, length);
            default -> cursor.pass(length, Protocol.NONE);
        };
    }
}
