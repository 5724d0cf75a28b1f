package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** GENEVE, RFC 8926 section 3.4: version, length of options in words, EtherType, network, options. */
final class Geneve {

    private static final int HEADER = 8; // bytes, without options

    private static final int TYPE = 2; // offsets in the header
    private static final int NETWORK = 4;

    private Geneve() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int first = bytes.get(cursor.at) & 0xFF;
        int length = HEADER + ((first & 0x3F) << 2);
        if (first >>> 6 != 0) {
            return cursor.stop(Fault.WRONG_VERSION, HEADER);
        }
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        cursor.detail = Vxlan.upper24(bytes, cursor.at + NETWORK);
        return cursor.pass(length, Protocol.etherType(bytes.getShort(cursor.at + TYPE) & 0xFFFF));
    }
}
