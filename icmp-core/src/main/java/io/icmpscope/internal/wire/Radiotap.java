package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * What the radio said of a frame: version, length, a bit map of fields in words of which all but the last have bit 31,
 * the fields, each aligned to its size. All little-endian.
 *
 * @see <a href="https://www.radiotap.org/">Radiotap</a>
 */
final class Radiotap {

    private static final int HEADER = 8; // bytes, at least

    private static final int LENGTH = 2; // offsets in the header
    private static final int PRESENT = 4;

    private static final int TSFT = 1; // bits of the map
    private static final int FLAGS = 2;

    private static final int FCS_AT_END = 0x10; // of the field of flags
    private static final int PADDED = 0x20;
    private static final int FCS = 4; // bytes

    private Radiotap() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int length = LittleEndian.u16(bytes, cursor.at + LENGTH);
        if (bytes.get(cursor.at) != 0) {
            return cursor.stop(Fault.WRONG_VERSION, HEADER);
        }
        if (length < HEADER) {
            return cursor.stop(Fault.HEADER_LENGTH, HEADER);
        }
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        int flags = flags(bytes, cursor.at, cursor.at + length);
        int trailer = (flags & FCS_AT_END) == 0 ? 0 : FCS;
        return cursor.passTrailed(length, trailer, (flags & PADDED) == 0 ? Protocol.WLAN : Protocol.WLAN_PADDED);
    }

    private static int flags(ByteBuffer bytes, int at, int end) {
        int present = LittleEndian.i32(bytes, at + PRESENT);
        int field = at + PRESENT + 4;
        for (int word = present; word < 0 && field <= end - 4; field += 4) {
            word = LittleEndian.i32(bytes, field);
        }
        if ((present & TSFT) != 0) {
            field = at + ((field - at + 7) & ~7) + 8;
        }
        return (present & FLAGS) != 0 && field < end ? bytes.get(field) : 0;
    }
}
