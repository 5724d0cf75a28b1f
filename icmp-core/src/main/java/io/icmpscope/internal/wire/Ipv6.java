package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** IPv6 header, RFC 8200 section 3. Once {@link #check} gave NONE, no reader leaves the bytes. */
public final class Ipv6 {

    /** The length of the fixed header in bytes. */
    public static final int HEADER = 40;

    private static final int PAYLOAD_LENGTH = 4; // offsets in the header
    private static final int NEXT_HEADER = 6;
    private static final int HOP_LIMIT = 7;

    /** Where the source address stands in the header. */
    public static final int SOURCE = 8;

    /** Where the destination address stands in the header. */
    public static final int DESTINATION = 24;

    private Ipv6() {}

    static Fault check(ByteBuffer bytes, int at, int end) {
        if (end - at < HEADER) {
            return Fault.CUT_BY_CAPTURE;
        }
        return (bytes.get(at) & 0xF0) == 0x60 ? Fault.NONE : Fault.WRONG_VERSION;
    }

    /**
     * Goes past the header that a cursor stands at.
     *
     * @param bytes where it lies
     * @param cursor moved behind it, or left there when it is at fault
     * @return what is wrong with it
     */
    public static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        Fault fault = check(bytes, at, cursor.end);
        if (fault != Fault.NONE) {
            return cursor.stop(fault, HEADER);
        }
        cursor.ipVersion = 6;
        cursor.ipAt = at;
        cursor.finalDestinationAt = Cursor.NONE;
        cursor.homeAddressAt = Cursor.NONE;
        int payload = payloadLength(bytes, at);
        if (payload != 0) {
            cursor.bound((long) at + HEADER + payload);
        } else { // a jumbogram, or left to the network card to fill in
            cursor.lengthUnknown = true;
        }
        return cursor.pass(HEADER, Protocol.ip(nextHeader(bytes, at)));
    }

    /**
     * Reads the length of what follows the fixed header.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 0 to 65,535 bytes
     */
    public static int payloadLength(ByteBuffer bytes, int at) {
        return bytes.getShort(at + PAYLOAD_LENGTH) & 0xFFFF;
    }

    /**
     * Reads the flow label, by which a source marks packets of one flow: RFC 6437.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 0 to 2^20 - 1
     */
    public static int flowLabel(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xF_FFFF;
    }

    /**
     * Reads what follows the fixed header.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return an IP protocol number, 0 to 255
     */
    public static int nextHeader(ByteBuffer bytes, int at) {
        return bytes.get(at + NEXT_HEADER) & 0xFF;
    }

    /**
     * Reads the hop limit.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 0 to 255 hops
     */
    public static int hopLimit(ByteBuffer bytes, int at) {
        return bytes.get(at + HOP_LIMIT) & 0xFF;
    }
}
