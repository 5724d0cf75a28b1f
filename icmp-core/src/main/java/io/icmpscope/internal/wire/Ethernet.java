package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** Ethernet, IEEE 802.3 section 3.2: destination, source, EtherType or the length of an LLC frame. */
public final class Ethernet {

    /** The length of the header in bytes. */
    public static final int HEADER = 14;

    private static final int TYPE = 12; // offset in the header
    private static final int SMALLEST_ETHERTYPE = 0x600;
    private static final int LARGEST_LENGTH = 1500; // between the two: neither

    private Ethernet() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        return pass(cursor, HEADER, etherType(bytes, cursor.at));
    }

    /** Goes past a header that ends with an EtherType, or with the length of an LLC frame in its place. */
    static Fault pass(Cursor cursor, int header, int type) {
        if (type >= SMALLEST_ETHERTYPE) {
            return cursor.pass(header, Protocol.etherType(type));
        }
        if (type > LARGEST_LENGTH) {
            return cursor.pass(header, Protocol.NONE);
        }
        cursor.clip((long) cursor.at + header + type);
        return cursor.pass(header, Protocol.LLC);
    }

    /**
     * Reads the EtherType, or the length that stands in its place.
     *
     * @param bytes the frame
     * @param at its first byte
     * @return 0 to 65,535
     */
    public static int etherType(ByteBuffer bytes, int at) {
        return bytes.getShort(at + TYPE) & 0xFFFF;
    }
}
