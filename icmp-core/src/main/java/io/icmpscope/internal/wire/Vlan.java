package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** A VLAN tag, IEEE 802.1Q section 9.6: tag control information, then the EtherType of what is tagged. */
final class Vlan {

    private static final int TAG = 4; // bytes
    private static final int ETHERTYPE = 2; // offset behind the tag's own EtherType
    private static final int VID = 0x0FFF;

    private Vlan() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < TAG) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, TAG);
        }
        cursor.detail = bytes.getShort(cursor.at) & VID;
        return Ethernet.pass(cursor, TAG, bytes.getShort(cursor.at + ETHERTYPE) & 0xFFFF);
    }
}
