package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** One byte before a frame of a serial line that says which way it went, LINKTYPE_PPP_WITH_DIR and the like. */
final class Direction {

    private Direction() {}

    static Fault ppp(ByteBuffer bytes, Cursor cursor) {
        return pass(cursor, Protocol.linkType(9));
    }

    static Fault ciscoHdlc(ByteBuffer bytes, Cursor cursor) {
        return pass(cursor, Protocol.linkType(104));
    }

    static Fault frameRelay(ByteBuffer bytes, Cursor cursor) {
        return pass(cursor, Protocol.linkType(107));
    }

    private static Fault pass(Cursor cursor, int following) {
        return cursor.left() < 1 ? cursor.stop(Fault.CUT_BY_CAPTURE, 1) : cursor.pass(1, following);
    }
}
