package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The MAC frame of cable modems, DOCSIS MULPI specification section 6.2.1: frame control, a parameter, length, an extended
 * header, a check sequence, and for data an Ethernet frame with its own.
 */
final class Docsis {

    private static final int HEADER = 6; // bytes, without the extended one

    private static final int PARAMETER = 1; // offsets in the header: the length of the extended header
    private static final int EXTENDED = 4;

    private static final int TYPE_AND_PARAMETER = 0xFE; // in frame control; all zero for data
    private static final int HAS_EXTENDED = 0x01;

    private static final int ENCRYPTED = 0x80; // in the second byte of a privacy element's value
    private static final int FCS = 4; // bytes

    private Docsis() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int control = bytes.get(at);
        int extended = (control & HAS_EXTENDED) == 0 ? 0 : bytes.get(at + PARAMETER) & 0xFF;
        if (cursor.left() < HEADER + extended) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER + extended);
        }
        boolean readable = (control & TYPE_AND_PARAMETER) == 0 && !isEncrypted(bytes, at + EXTENDED, extended);
        return cursor.passTrailed(HEADER + extended, FCS, readable ? Protocol.ETHERNET : Protocol.NONE);
    }

    /** Walks the elements: type and length in one byte, the value. Types 3 and 4 are the privacy of either direction. */
    private static boolean isEncrypted(ByteBuffer bytes, int at, int length) {
        int element = at;
        while (element < at + length - 2) {
            int type = (bytes.get(element) & 0xFF) >>> 4;
            if ((type == 3 || type == 4) && (bytes.get(element + 2) & ENCRYPTED) != 0) {
                return true;
            }
            element += 1 + (bytes.get(element) & 0x0F);
        }
        return false;
    }
}
