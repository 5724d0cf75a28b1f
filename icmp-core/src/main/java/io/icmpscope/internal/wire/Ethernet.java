package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Ethernet, IEEE 802.3 section 3.2: destination, source, EtherType or the length of an LLC frame. */
public final class Ethernet {

    /** The length of the header in bytes. */
    public static final int HEADER = 14;

    private static final int SOURCE = 6; // offsets in the header
    private static final int TYPE = 12;

    private static final int ADDRESS = 6; // bytes
    private static final byte[] NO_ADDRESS = new byte[ADDRESS];
    private static final HexFormat OCTETS = HexFormat.ofDelimiter(":");

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

    /**
     * Reads the source address.
     *
     * @param bytes the frame
     * @param at its first byte
     * @return six octets as hexadecimal digits with colons; null when all are zero, which is no address
     */
    public static @Nullable String source(ByteBuffer bytes, int at) {
        byte[] address = new byte[ADDRESS];
        bytes.get(at + SOURCE, address);
        return Arrays.equals(address, NO_ADDRESS) ? null : OCTETS.formatHex(address);
    }

    /**
     * Says whether a frame goes from nobody to nobody, as those of Linux's loopback interface do.
     *
     * @param bytes the frame
     * @param at its first byte
     * @return whether both addresses are all zeros
     */
    public static boolean isLoopback(ByteBuffer bytes, int at) {
        return bytes.getLong(at) == 0 && bytes.getInt(at + Long.BYTES) == 0;
    }
}
