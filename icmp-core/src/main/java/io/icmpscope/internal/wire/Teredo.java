package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** Teredo, RFC 4380 section 5.1.1: an authentication and an origin indication, either or none, then IPv6. */
final class Teredo {

    private static final int AUTHENTICATION = 13; // bytes, without identifier and value
    private static final int ORIGIN = 8;

    private static final int INDICATION = 2; // bytes: what it is
    private static final int AUTHENTICATION_LENGTHS = 2; // offset in the indication: of identifier and value

    private Teredo() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int length = behindOrigin(bytes, cursor, behindAuthentication(bytes, cursor));
        if (cursor.left() <= length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length + 1);
        }
        byte first = bytes.get(cursor.at + length);
        if (first == 0 && cursor.left() == length + 1) { // half of an indication
            return cursor.stop(Fault.CUT_BY_CAPTURE, length + INDICATION);
        }
        return (first & 0xF0) == 0x60
                ? cursor.pass(length, Protocol.etherType(0x86DD))
                : cursor.stop(Fault.WRONG_VALUE, length + 1);
    }

    private static int behindAuthentication(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < INDICATION || bytes.getShort(cursor.at) != 1) {
            return 0;
        }
        if (cursor.left() < AUTHENTICATION) {
            return AUTHENTICATION;
        }
        int lengths = bytes.getShort(cursor.at + AUTHENTICATION_LENGTHS);
        return AUTHENTICATION + (lengths >>> 8 & 0xFF) + (lengths & 0xFF);
    }

    private static int behindOrigin(ByteBuffer bytes, Cursor cursor, int from) {
        boolean origin = cursor.left() - from >= INDICATION && bytes.getShort(cursor.at + from) == 0;
        return origin ? from + ORIGIN : from;
    }
}
