package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The header that Darwin puts before frames of any interface, little-endian: length, record type, link type, and more.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_PKTAP.html">LINKTYPE_PKTAP</a>
 */
final class Pktap {

    private static final int HEADER = 12; // bytes, at least

    private static final int RECORD_TYPE = 4; // offsets in the header
    private static final int LINK_TYPE = 8;

    private static final int PACKET = 1; // a record type

    private Pktap() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int length = LittleEndian.i32(bytes, at);
        if (length < HEADER) {
            return cursor.stop(Fault.HEADER_LENGTH, HEADER);
        }
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        boolean packet = LittleEndian.i32(bytes, at + RECORD_TYPE) == PACKET;
        int linkType = LittleEndian.i32(bytes, at + LINK_TYPE);
        return cursor.pass(length, packet ? Protocol.linkType(linkType) : Protocol.NONE);
    }
}
