package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** IPv4 header, RFC 791 section 3.1. Once {@link #check} gave NONE, no reader leaves the bytes. */
public final class Ipv4 {

    /** The length of the header without options, in bytes. */
    public static final int MIN_HEADER = 20;

    private static final int TOTAL_LENGTH = 2; // offsets in the header
    private static final int IDENTIFICATION = 4;
    private static final int FLAGS_AND_OFFSET = 6;
    private static final int TTL = 8;
    private static final int PROTOCOL = 9;
    private static final int HEADER_CHECKSUM = 10;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int FRAGMENT_OFFSET = 0x1FFF; // in units of eight bytes

    private Ipv4() {}

    static Fault check(ByteBuffer bytes, int at, int end) {
        return end - at < MIN_HEADER ? Fault.CUT_BY_CAPTURE : check(bytes.getLong(at), end - at);
    }

    /** Checks what the first eight bytes say: read at once, as every message comes by here. */
    private static Fault check(long first, int left) {
        if (first >>> 60 != 4) {
            return Fault.WRONG_VERSION;
        }
        int header = headerLength(first);
        if (header < MIN_HEADER) {
            return Fault.HEADER_LENGTH;
        }
        int total = totalLength(first);
        if (total != 0 && total < header) {
            return Fault.TOTAL_LENGTH;
        }
        return left < header ? Fault.CUT_BY_CAPTURE : Fault.NONE;
    }

    private static int headerLength(long first) {
        return (int) (first >>> 54) & 0x3C;
    }

    private static int totalLength(long first) {
        return (int) (first >>> 32) & 0xFFFF;
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
        if (cursor.left() < MIN_HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, MIN_HEADER);
        }
        long first = bytes.getLong(at);
        Fault fault = check(first, cursor.left());
        if (fault != Fault.NONE) {
            return cursor.stop(fault, Math.max(MIN_HEADER, headerLength(first)));
        }
        cursor.ipVersion = 4;
        cursor.ipAt = at;
        cursor.finalDestinationAt = Cursor.NONE;
        cursor.homeAddressAt = Cursor.NONE;
        int total = totalLength(first);
        if (total != 0) {
            cursor.bound((long) at + total);
        } else { // left to the network card to fill in: the frame's own length is all there is
            cursor.lengthUnknown = true;
        }
        int flags = (int) first & 0xFFFF;
        if ((flags & (MORE_FRAGMENTS | FRAGMENT_OFFSET)) == 0) {
            return cursor.pass(headerLength(first), Protocol.ip(protocol(bytes, at)));
        }
        cursor.fragmentProtocol = Protocol.ip(protocol(bytes, at));
        cursor.fragmentId = identification(bytes, at);
        cursor.fragmentOffset = fragmentOffset(bytes, at);
        cursor.moreFragments = (flags & MORE_FRAGMENTS) != 0;
        return cursor.pass(headerLength(first), Protocol.FRAGMENT);
    }

    /**
     * Reads the length of the header.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 0 to 60 bytes; less than 20 is malformed
     */
    public static int headerLength(ByteBuffer bytes, int at) {
        return (bytes.get(at) & 0x0F) << 2;
    }

    /**
     * Reads the length of the datagram.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 0 to 65,535 bytes; 0 when the sender left it to its network card
     */
    public static int totalLength(ByteBuffer bytes, int at) {
        return bytes.getShort(at + TOTAL_LENGTH) & 0xFFFF;
    }

    /**
     * Reads the identification, which the fragments of a datagram share.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 0 to 65,535
     */
    public static int identification(ByteBuffer bytes, int at) {
        return bytes.getShort(at + IDENTIFICATION) & 0xFFFF;
    }

    /**
     * Reads where in its datagram a fragment belongs.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 0 to 65,528 bytes
     */
    public static int fragmentOffset(ByteBuffer bytes, int at) {
        return (bytes.getShort(at + FLAGS_AND_OFFSET) & FRAGMENT_OFFSET) << 3;
    }

    /**
     * Reads the time to live.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 0 to 255 hops
     */
    public static int ttl(ByteBuffer bytes, int at) {
        return bytes.get(at + TTL) & 0xFF;
    }

    /**
     * Reads what the datagram carries.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return an IP protocol number, 0 to 255
     */
    public static int protocol(ByteBuffer bytes, int at) {
        return bytes.get(at + PROTOCOL) & 0xFF;
    }

    /**
     * Reads the checksum of the header.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 0 to 65,535
     */
    public static int headerChecksum(ByteBuffer bytes, int at) {
        return bytes.getShort(at + HEADER_CHECKSUM) & 0xFFFF;
    }

    /**
     * Reads the sender's address.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 32 bits
     */
    public static int source(ByteBuffer bytes, int at) {
        return bytes.getInt(at + SOURCE);
    }

    /**
     * Reads the receiver's address.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 32 bits
     */
    public static int destination(ByteBuffer bytes, int at) {
        return bytes.getInt(at + DESTINATION);
    }

    /**
     * Reads what decides the way of a packet, and the sender's address.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 8 bits each of time to live and protocol, 16 of the checksum, 32 of the address
     */
    public static long second(ByteBuffer bytes, int at) {
        return bytes.getLong(at + TTL);
    }
}
