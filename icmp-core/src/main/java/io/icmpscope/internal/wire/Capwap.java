package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The data channel of CAPWAP, RFC 5415 section 4.3: version and type, length in words, radio, binding, flags; then an
 * Ethernet frame, or one of IEEE 802.11. Encrypted ones and fragments are not read.
 */
final class Capwap {

    private static final int HEADER = 8; // bytes, at least

    private static final int NATIVE = 0x100; // flags: in the form of the binding
    private static final int FRAGMENT_OR_KEEP_ALIVE = 0x088;
    private static final int WLAN_BINDING = 1;

    private static final int WLAN_TYPE = 0x0F; // in the first byte of IEEE 802.11
    private static final int WLAN_DATA = 0x08;

    private Capwap() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int first = bytes.getInt(cursor.at);
        int length = (first >>> 19 & 0x1F) << 2;
        if (first >>> 24 != 0) { // another version, or DTLS
            return cursor.stop(Fault.WRONG_VERSION, HEADER);
        }
        if (length < HEADER) {
            return cursor.stop(Fault.HEADER_LENGTH, HEADER);
        }
        if (cursor.left() <= length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length + 1);
        }
        return cursor.pass(length, following(first, bytes.get(cursor.at + length)));
    }

    private static int following(int header, int firstOfFrame) {
        if ((header & FRAGMENT_OR_KEEP_ALIVE) != 0) {
            return Protocol.NONE;
        }
        if ((header & NATIVE) == 0) {
            return Protocol.ETHERNET;
        }
        if ((header >>> 9 & 0x1F) != WLAN_BINDING) {
            return Protocol.NONE;
        }
        return (firstOfFrame & WLAN_TYPE) == WLAN_DATA ? Protocol.WLAN : Protocol.WLAN_SWAPPED;
    }
}
