package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * Frame relay: the address of ITU-T Q.922 section 3.2, two to four bytes of which only the last is odd, then control and
 * protocol id as in RFC 2427 section 3, or an EtherType as Cisco's routers send it.
 */
final class FrameRelay {

    private static final int MAX_ADDRESS = 4; // bytes
    private static final int BEHIND_ADDRESS = 2; // bytes: control and protocol id, or EtherType
    private static final int UNNUMBERED_INFORMATION = 3;

    private FrameRelay() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        int address = addressLength(bytes, cursor);
        if (cursor.left() < address + BEHIND_ADDRESS) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, address + BEHIND_ADDRESS);
        }
        if (address < 2) {
            return cursor.stop(Fault.HEADER_LENGTH, 2);
        }
        int dlci = (bytes.get(at) & 0xFC) << 2 | (bytes.get(at + 1) & 0xFF) >>> 4;
        cursor.detail = dlci; // of a longer address its upper ten bits
        int behind = at + address;
        if (bytes.get(behind) != UNNUMBERED_INFORMATION) {
            return cursor.pass(address + 2, Protocol.etherType(bytes.getShort(behind) & 0xFFFF));
        }
        int padding = bytes.get(behind + 1) == 0 ? 1 : 0; // so that what follows is aligned
        if (cursor.left() < address + padding + 2) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, address + padding + 2);
        }
        return cursor.pass(address + padding + 2, Llc.nlpid(bytes.get(behind + padding + 1) & 0xFF));
    }

    private static int addressLength(ByteBuffer bytes, Cursor cursor) {
        int length = 1;
        while (length < MAX_ADDRESS && length < cursor.left() && (bytes.get(cursor.at + length - 1) & 1) == 0) {
            length++;
        }
        return length;
    }
}
