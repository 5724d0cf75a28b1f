package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * L2TP: version 2 over UDP with PPP inside, RFC 2661 section 3.1; version 3 over IP or UDP, RFC 3931 section 4.1, whose
 * cookie and sublayer only the two ends know of, and whose pseudowire may be Ethernet.
 */
final class L2tp {

    private static final int FLAGS = 2; // bytes
    private static final int IDS = 4; // tunnel and session of version 2, the session of version 3
    private static final int VERSION_3_FLAGS = 4;

    private static final int CONTROL = 0x8000; // flags
    private static final int HAS_LENGTH = 0x4000;
    private static final int RESERVED = 0x34F0;
    private static final int HAS_SEQUENCE = 0x0800;
    private static final int HAS_OFFSET = 0x0200;
    private static final int VERSION = 0x000F;

    private static final int LONGEST_COOKIE_AND_SUBLAYER = 12; // bytes, in steps of 4

    private L2tp() {}

    static Fault overUdp(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < FLAGS + IDS) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, FLAGS + IDS);
        }
        int flags = bytes.getShort(cursor.at) & 0xFFFF;
        if ((flags & CONTROL) != 0) {
            return cursor.pass(FLAGS + IDS, Protocol.NONE);
        }
        return switch (flags & VERSION) {
            case 2 -> second(bytes, cursor, flags);
            case 3 -> session(bytes, cursor, VERSION_3_FLAGS);
            default -> cursor.stop(Fault.WRONG_VERSION, FLAGS);
        };
    }

    static Fault overIp(ByteBuffer bytes, Cursor cursor) {
        return session(bytes, cursor, 0);
    }

    private static Fault second(ByteBuffer bytes, Cursor cursor, int flags) {
        int at = cursor.at;
        int ids = FLAGS + ((flags & HAS_LENGTH) == 0 ? 0 : 2);
        int offset = ids + IDS + ((flags & HAS_SEQUENCE) == 0 ? 0 : 4);
        int length = offset + ((flags & HAS_OFFSET) == 0 ? 0 : 2);
        if ((flags & RESERVED) != 0) {
            return cursor.stop(Fault.WRONG_VALUE, FLAGS);
        }
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        cursor.detail = bytes.getShort(at + ids + 2) & 0xFFFF;
        if ((flags & HAS_OFFSET) != 0) {
            length += bytes.getShort(at + offset) & 0xFFFF;
        }
        if ((flags & HAS_LENGTH) != 0) {
            cursor.clip((long) at + (bytes.getShort(at + FLAGS) & 0xFFFF));
        }
        return cursor.left() < length ? cursor.stop(Fault.CUT_BY_CAPTURE, length) : cursor.pass(length, Protocol.PPP);
    }

    private static Fault session(ByteBuffer bytes, Cursor cursor, int before) {
        int length = before + IDS;
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        cursor.detail = bytes.getInt(cursor.at + before) & 0xFFFF_FFFFL;
        if (cursor.detail == 0) { // a control message
            return cursor.pass(length, Protocol.NONE);
        }
        for (int unknown = 0; unknown <= LONGEST_COOKIE_AND_SUBLAYER; unknown += 4) {
            if (Plausible.ethernet(bytes, cursor.at + length + unknown, cursor.end)) {
                return cursor.pass(length + unknown, Protocol.ETHERNET);
            }
        }
        return cursor.pass(length, Protocol.NONE);
    }
}
