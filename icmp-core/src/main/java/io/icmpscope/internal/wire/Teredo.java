package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** Teredo, RFC 4380 section 5.1.1: an authentication and an origin indication, either or none, then IPv6. */
final class Teredo {

    private static final int AUTHENTICATION = 13; // bytes, without identifier and value
    private static final int ORIGIN = 8;

    private static final int AUTHENTICATION_LENGTHS = 2; // offset in the indication: of identifier and value

    private Teredo() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        int length = 0;
        if (cursor.left() >= AUTHENTICATION && bytes.getShort(at) == 1) {
            int lengths = bytes.getShort(at + AUTHENTICATION_LENGTHS);
            length = AUTHENTICATION + (lengths >>> 8 & 0xFF) + (lengths & 0xFF);
        }
        if (cursor.left() - length >= ORIGIN && bytes.getShort(at + length) == 0) {
            length += ORIGIN;
        }
        if (cursor.left() <= length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length + 1);
        }
        return (bytes.get(at + length) & 0xF0) == 0x60
                ? cursor.pass(length, Protocol.etherType(0x86DD))
                : cursor.stop(Fault.WRONG_VALUE, length + 1);
    }
}
