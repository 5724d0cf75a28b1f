package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * IP over IEEE 1394 as Apple captures it: destination, source, EtherType.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_APPLE_IP_OVER_IEEE1394.html">Its link type</a>
 */
final class FireWireIp {

    private static final int HEADER = 18; // bytes
    private static final int TYPE = 16; // offset in the header

    private FireWireIp() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        return cursor.pass(HEADER, Protocol.etherType(bytes.getShort(cursor.at + TYPE) & 0xFFFF));
    }
}
