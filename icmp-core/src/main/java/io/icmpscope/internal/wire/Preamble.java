package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** Ethernet from its preamble, IEEE 802.3 section 3.2.1, to its frame check sequence, and other captures that keep these. */
final class Preamble {

    private static final int LENGTH = 8; // bytes before the delimiter, at most: one more than there should be
    private static final int OCTET = 0x55;
    private static final int FCS = 4; // bytes

    private static final int ANALYZER_HEADER = 4; // bytes, little-endian
    private static final int GPIO = 0x01; // in its second byte: no frame, but an electrical signal

    private Preamble() {}

    /**
     * A packet of IEEE 802.3 section 99.3: the delimiter says whether a frame begins, or goes on that another interrupted.
     */
    static Fault mPacket(ByteBuffer bytes, Cursor cursor) {
        return read(bytes, cursor, 0);
    }

    /** A frame that Hilscher's netANALYZER captured, without preamble. */
    static Fault netAnalyzer(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < ANALYZER_HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, ANALYZER_HEADER);
        }
        boolean signal = (bytes.get(cursor.at + 1) & GPIO) != 0;
        return cursor.passTrailed(ANALYZER_HEADER, FCS, signal ? Protocol.NONE : Protocol.ETHERNET);
    }

    /** A frame that it captured with its preamble. */
    static Fault netAnalyzerTransparent(ByteBuffer bytes, Cursor cursor) {
        return read(bytes, cursor, ANALYZER_HEADER);
    }

    private static Fault read(ByteBuffer bytes, Cursor cursor, int before) {
        int octets = before;
        while (octets < before + LENGTH && octets < cursor.left() && bytes.get(cursor.at + octets) == OCTET) {
            octets++;
        }
        if (cursor.left() <= octets) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, octets + 1);
        }
        return switch (bytes.get(cursor.at + octets) & 0xFF) {
            case 0xD5, 0xE6, 0x4C, 0x7F, 0xB3 -> // an express frame, or the start of one that may be interrupted
                cursor.passTrailed(octets + 1, FCS, Protocol.ETHERNET);
            default -> cursor.stop(Fault.WRONG_VALUE, octets + 1);
        };
    }
}
