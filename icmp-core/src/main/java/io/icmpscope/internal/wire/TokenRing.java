package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** Token ring, IEEE 802.5 section 3: access control, frame control, destination, source, the route when there is one. */
final class TokenRing {

    private static final int HEADER = 14; // bytes

    private static final int FRAME_CONTROL = 1; // offsets in the header
    private static final int SOURCE = 8;

    private static final int LLC_FRAME = 0x40; // in the upper two bits of frame control
    private static final int ROUTED = 0x80; // in the first byte of the source
    private static final int ROUTE_LENGTH = 0x1F; // in the first byte of the route, bytes

    private TokenRing() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        boolean routed = (bytes.get(at + SOURCE) & ROUTED) != 0;
        if (routed && cursor.left() == HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER + 2);
        }
        int length = HEADER + (routed ? bytes.get(at + HEADER) & ROUTE_LENGTH : 0);
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        return cursor.pass(length, (bytes.get(at + FRAME_CONTROL) & 0xC0) == LLC_FRAME ? Protocol.LLC : Protocol.NONE);
    }
}
