package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** EtherIP, RFC 3378 section 3: version 3 and twelve bits of zero, an Ethernet frame. */
final class EtherIp {

    private static final int HEADER = 2; // bytes
    private static final int VERSION_AND_RESERVED = 0x3000;

    private EtherIp() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        return bytes.getShort(cursor.at) == VERSION_AND_RESERVED
                ? cursor.pass(HEADER, Protocol.ETHERNET)
                : cursor.stop(Fault.WRONG_VALUE, HEADER);
    }
}
