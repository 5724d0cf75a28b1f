package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** IP over Fibre Channel, RFC 4338 section 4: destination, source, LLC. */
final class FibreChannelIp {

    private static final int HEADER = 16; // bytes

    private FibreChannelIp() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        return cursor.left() < HEADER ? cursor.stop(Fault.CUT_BY_CAPTURE, HEADER) : cursor.pass(HEADER, Protocol.LLC);
    }
}
