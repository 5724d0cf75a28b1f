package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * A data frame of IEEE 802.11, section 9.3.2.1: frame control, addresses, sequence control, and what these say follows.
 * Other frames, encrypted ones and fragments carry no packet that could be read.
 */
final class Wlan {

    private static final int HEADER = 24; // bytes, of most data frames
    private static final int FOURTH_ADDRESS = 6;
    private static final int QOS_CONTROL = 2;
    private static final int HT_CONTROL = 4;

    private static final int SEQUENCE_CONTROL = 22; // offset in the header

    private static final int VERSION_AND_TYPE = 0x0F; // in the first byte of frame control
    private static final int DATA = 0x08;
    private static final int NO_DATA = 0x40; // subtype bits
    private static final int QOS = 0x80;

    private static final int BOTH_DISTRIBUTION_SYSTEMS = 0x03; // in the second byte
    private static final int MORE_FRAGMENTS = 0x04;
    private static final int PROTECTED = 0x40;
    private static final int ORDER = 0x80;

    private static final int AGGREGATE = 0x80; // in the first byte of QoS control

    private Wlan() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        return read(bytes, cursor, 0, 1);
    }

    /** A frame whose header some radios have padded, so that what follows is aligned to four bytes. */
    static Fault padded(ByteBuffer bytes, Cursor cursor) {
        return read(bytes, cursor, 0, 4);
    }

    /** A frame whose two bytes of frame control changed places, as some access points send it over CAPWAP. */
    static Fault swapped(ByteBuffer bytes, Cursor cursor) {
        return read(bytes, cursor, 1, 1);
    }

    private static Fault read(ByteBuffer bytes, Cursor cursor, int firstAt, int alignment) {
        int at = cursor.at;
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int type = bytes.get(at + firstAt) & 0xFF;
        int flags = bytes.get(at + 1 - firstAt) & 0xFF;
        boolean qos = (type & QOS) != 0;
        int fixed = HEADER + ((flags & BOTH_DISTRIBUTION_SYSTEMS) == BOTH_DISTRIBUTION_SYSTEMS ? FOURTH_ADDRESS : 0);
        int length = fixed + (qos ? QOS_CONTROL : 0) + (qos && (flags & ORDER) != 0 ? HT_CONTROL : 0);
        length = (length + alignment - 1) & -alignment;
        if (!carriesPacket(type, flags) || isLaterFragment(bytes, at)) {
            return cursor.pass(HEADER, Protocol.NONE);
        }
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        boolean aggregate = qos && (bytes.get(at + fixed) & AGGREGATE) != 0;
        return cursor.pass(length, aggregate ? Protocol.A_MSDU : Protocol.LLC);
    }

    private static boolean carriesPacket(int type, int flags) {
        return (type & VERSION_AND_TYPE) == DATA
                && (type & NO_DATA) == 0
                && (flags & (PROTECTED | MORE_FRAGMENTS)) == 0;
    }

    private static boolean isLaterFragment(ByteBuffer bytes, int at) {
        return (bytes.get(at + SEQUENCE_CONTROL) & 0x0F) != 0;
    }
}
