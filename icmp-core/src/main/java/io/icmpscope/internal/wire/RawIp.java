package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** No header at all, or one that only says "IP": the first four bits behind it tell the version. */
final class RawIp {

    private static final int IPV4 = 0x0800; // EtherTypes
    private static final int IPV6 = 0x86DD;

    private RawIp() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        return pass(bytes, cursor, 0);
    }

    /** Goes past a header of this length to an IP header of either version. */
    static Fault pass(ByteBuffer bytes, Cursor cursor, int length) {
        if (cursor.left() <= length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length + 1);
        }
        return switch (bytes.get(cursor.at + length) & 0xF0) {
            case 0x40 -> cursor.pass(length, Protocol.etherType(IPV4));
            case 0x60 -> cursor.pass(length, Protocol.etherType(IPV6));
            default -> cursor.stop(Fault.WRONG_VERSION, length + 1);
        };
    }
}
