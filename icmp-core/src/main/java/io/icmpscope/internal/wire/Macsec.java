package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The security tag of MACsec, IEEE 802.1AE section 9.3: control, short length, packet number, secure channel when named.
 * What is only protected can be read: an EtherType, its payload, and an integrity check value.
 */
final class Macsec {

    private static final int TAG = 6; // bytes, without the secure channel
    private static final int CHANNEL = 8;
    private static final int ETHERTYPE = 2;
    private static final int CHECK_VALUE = 16;

    private static final int SHORT_LENGTH = 1; // offset in the tag
    private static final int SHORT_LENGTH_BITS = 0x3F;

    private static final int VERSION = 0x80; // in the control byte
    private static final int NAMES_CHANNEL = 0x20;
    private static final int ENCRYPTED_OR_CHANGED = 0x0C;

    private Macsec() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < TAG) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, TAG);
        }
        int control = bytes.get(at);
        int length = TAG + ((control & NAMES_CHANNEL) == 0 ? 0 : CHANNEL);
        if ((control & VERSION) != 0) {
            return cursor.stop(Fault.WRONG_VERSION, TAG);
        }
        if ((control & ENCRYPTED_OR_CHANGED) != 0) {
            return cursor.pass(TAG, Protocol.NONE);
        }
        if (cursor.left() < length + ETHERTYPE) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length + ETHERTYPE);
        }
        int data = bytes.get(at + SHORT_LENGTH) & SHORT_LENGTH_BITS;
        if (data != 0 && data < ETHERTYPE) {
            return cursor.stop(Fault.TOTAL_LENGTH, length + ETHERTYPE);
        }
        if (data != 0) {
            cursor.clip((long) at + length + data);
        } else if (cursor.trailer(length + ETHERTYPE, CHECK_VALUE) != Fault.NONE) {
            return Fault.CUT_BY_CAPTURE;
        }
        return Ethernet.pass(cursor, length + ETHERTYPE, bytes.getShort(at + length) & 0xFFFF);
    }
}
