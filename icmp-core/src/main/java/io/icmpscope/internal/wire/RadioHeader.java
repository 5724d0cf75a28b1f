package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The other headers that say what a radio knew of a frame; of each only the length matters here.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_IEEE802_11_PRISM.html">LINKTYPE_IEEE802_11_PRISM</a>
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_PPI.html">LINKTYPE_PPI</a>
 */
final class RadioHeader {

    private static final int HEADER = 8; // bytes, at least, of each

    private static final int PRISM_LENGTH = 4; // offsets in the headers
    private static final int AVS_LENGTH = 4;
    private static final int PPI_LENGTH = 2;
    private static final int PPI_LINK_TYPE = 4;

    private static final int AVS_MAGIC = 0x80211; // in the upper 20 bits, the version in the others

    private RadioHeader() {}

    /** Prism's: message code, length, in the byte order of the machine. AVS's came to use its link type too. */
    static Fault prism(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        if (bytes.getInt(cursor.at) >>> 12 == AVS_MAGIC) {
            return avs(bytes, cursor);
        }
        int length = bytes.getInt(cursor.at + PRISM_LENGTH);
        boolean littleEndian = bytes.getInt(cursor.at) >>> 16 != 0; // the codes are 41 and 44 hexadecimal
        return pass(cursor, littleEndian ? Integer.reverseBytes(length) : length, Protocol.WLAN);
    }

    /** AVS's, big-endian: magic and version, length. */
    static Fault avs(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        return pass(cursor, bytes.getInt(cursor.at + AVS_LENGTH), Protocol.WLAN);
    }

    /** The per-packet information header, little-endian: version, flags, length, link type. */
    static Fault ppi(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int linkType = LittleEndian.i32(bytes, cursor.at + PPI_LINK_TYPE);
        return pass(cursor, LittleEndian.u16(bytes, cursor.at + PPI_LENGTH), Protocol.linkType(linkType));
    }

    private static Fault pass(Cursor cursor, int length, int following) {
        if (length < HEADER) {
            return cursor.stop(Fault.HEADER_LENGTH, HEADER);
        }
        return cursor.left() < length ? cursor.stop(Fault.CUT_BY_CAPTURE, length) : cursor.pass(length, following);
    }
}
