package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** Ethernet II, IEEE 802.3 section 3.2: destination, source, EtherType. */
public final class Ethernet {

    /** The length of the header in bytes. */
    public static final int HEADER = 14;

    private static final int TYPE = 12; // offset in the header
    private static final int SMALLEST_ETHERTYPE = 0x600; // what is smaller is a length

    private Ethernet() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int type = etherType(bytes, cursor.at);
        return cursor.pass(HEADER, type < SMALLEST_ETHERTYPE ? Protocol.NONE : Protocol.etherType(type));
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
