package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** Cisco's HDLC, RFC 1547 section 4.3.1: address, control, EtherType. */
final class CiscoHdlc {

    private static final int HEADER = 4; // bytes
    private static final int TYPE = 2; // offset in the header

    private CiscoHdlc() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        return cursor.pass(HEADER, Protocol.etherType(bytes.getShort(cursor.at + TYPE) & 0xFFFF));
    }
}
