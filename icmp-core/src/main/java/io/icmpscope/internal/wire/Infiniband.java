package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** IP over InfiniBand, RFC 4391 section 6: EtherType, two reserved bytes. Some files have a global routing header before. */
final class Infiniband {

    private static final int HEADER = 4; // bytes
    private static final int ROUTING_HEADER = 40;

    private Infiniband() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int before = isHeader(bytes, cursor.at) ? 0 : ROUTING_HEADER;
        if (cursor.left() < before + HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, before + HEADER);
        }
        int type = bytes.getShort(cursor.at + before) & 0xFFFF;
        return cursor.pass(before + HEADER, Protocol.etherType(type));
    }

    private static boolean isHeader(ByteBuffer bytes, int at) {
        return bytes.getShort(at + 2) == 0 && Protocols.layer(Protocol.etherType(bytes.getShort(at) & 0xFFFF)) != null;
    }
}
