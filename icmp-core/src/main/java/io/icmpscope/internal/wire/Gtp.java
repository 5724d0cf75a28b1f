package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The tunnels of mobile networks: GTP-U, 3GPP TS 29.281 section 5, and its first version, GSM 09.60 section 6. Flags,
 * message type, length, tunnel; then the user's packet, which nothing but its version names.
 */
final class Gtp {

    private static final int HEADER = 8; // bytes, without the optional part
    private static final int OPTIONAL = 4;
    private static final int HEADER_0 = 20; // in the first version

    private static final int TYPE = 1; // offsets in the header
    private static final int LENGTH = 2;
    private static final int TUNNEL = 4;
    private static final int NEXT_EXTENSION = 11;

    private static final int VERSION_AND_PROTOCOL = 0xF0; // flags
    private static final int HAS_OPTIONAL = 0x07;
    private static final int HAS_EXTENSION = 0x04;

    private static final byte USER_PACKET = (byte) 255; // a message type

    private Gtp() {}

    static Fault user(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int flags = bytes.get(at);
        if ((flags & VERSION_AND_PROTOCOL) != 0x30) {
            return cursor.stop(Fault.WRONG_VERSION, HEADER);
        }
        int length = HEADER + ((flags & HAS_OPTIONAL) == 0 ? 0 : OPTIONAL);
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        if ((flags & HAS_EXTENSION) != 0) {
            length = behindExtensions(bytes, cursor, length);
        }
        cursor.detail = bytes.getInt(at + TUNNEL) & 0xFFFF_FFFFL;
        return packet(bytes, cursor, length, HEADER);
    }

    static Fault first(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER_0) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER_0);
        }
        if ((bytes.get(cursor.at) & VERSION_AND_PROTOCOL) != 0x10) {
            return cursor.stop(Fault.WRONG_VERSION, HEADER_0);
        }
        return packet(bytes, cursor, HEADER_0, HEADER_0);
    }

    /** Walks the extension headers: length in words, content, and as the last byte the type of the next. */
    private static int behindExtensions(ByteBuffer bytes, Cursor cursor, int from) {
        int behind = from;
        int type = bytes.get(cursor.at + NEXT_EXTENSION);
        while (type != 0 && behind < cursor.left()) {
            int length = (bytes.get(cursor.at + behind) & 0xFF) << 2;
            if (length == 0 || length > cursor.left() - behind) {
                return cursor.left(); // nothing can be said of what follows
            }
            behind += length;
            type = bytes.get(cursor.at + behind - 1);
        }
        return behind;
    }

    private static Fault packet(ByteBuffer bytes, Cursor cursor, int length, int uncounted) {
        if (bytes.get(cursor.at + TYPE) != USER_PACKET) {
            return cursor.pass(length, Protocol.NONE);
        }
        int whole = uncounted + (bytes.getShort(cursor.at + LENGTH) & 0xFFFF);
        if (whole < length) {
            return cursor.stop(Fault.TOTAL_LENGTH, length);
        }
        cursor.clip((long) cursor.at + whole);
        return RawIp.pass(bytes, cursor, length);
    }
}
