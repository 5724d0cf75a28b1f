package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** The IPv6 extension headers, RFC 8200 section 4, and the Authentication Header, RFC 4302 section 2. */
public final class Ipv6Extension {

    private static final int SMALLEST = 8; // bytes

    private static final int LENGTH = 1; // offsets in every extension header
    private static final int ROUTING_TYPE = 2; // in a routing header
    private static final int SEGMENTS_LEFT = 3;
    private static final int COMPRESSION =
            4; // in one of RPL: how much of the last address is left out, then the padding
    private static final int FRAGMENT_OFFSET = 2; // in a fragment header, in its upper 13 bits
    private static final int MORE_FRAGMENTS = 1;
    private static final int IDENTIFICATION = 4;

    private static final int HOME_ADDRESS = 0xC9; // the option's type
    private static final int ADDRESS = 16; // bytes

    private static final int HOP_BY_HOP = 0; // protocol numbers
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION_OPTIONS = 60;

    private Ipv6Extension() {}

    /** Hop-by-hop and destination options and whatever else has the usual form: (length + 1) * 8 bytes. */
    static Fault options(ByteBuffer bytes, Cursor cursor) {
        if (cursor.ipVersion != 6) { // IPv4 has no such headers, whatever its protocol field says
            return cursor.stop(Fault.WRONG_VERSION, SMALLEST);
        }
        int length = cursor.left() < SMALLEST ? SMALLEST : ((bytes.get(cursor.at + LENGTH) & 0xFF) + 1) << 3;
        return pass(bytes, cursor, length);
    }

    /** Destination options: a mobile node's checksum covers its home address, RFC 6275 section 6.3. */
    static Fault destinationOptions(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        Fault fault = options(bytes, cursor);
        int home = fault == Fault.NONE ? Ipv6Options.find(bytes, at, cursor.at, HOME_ADDRESS) : Ipv6Options.NONE;
        boolean whole = home != Ipv6Options.NONE && cursor.at - home >= Ipv6Options.VALUE + ADDRESS;
        if (whole && bytes.get(home + 1) == ADDRESS) {
            cursor.homeAddressAt = home + Ipv6Options.VALUE;
        }
        return fault;
    }

    /** A routing header: while segments are left, the last address is where the packet is going, section 8.1. */
    static Fault routing(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        Fault fault = options(bytes, cursor);
        cursor.finalDestinationShared = 0;
        if (fault == Fault.NONE && bytes.get(at + SEGMENTS_LEFT) != 0) {
            int type = bytes.get(at + ROUTING_TYPE);
            int addresses = (cursor.at - at - SMALLEST) / ADDRESS;
            if ((type == 0 || type == 2) && addresses > 0) {
                cursor.finalDestinationAt = at + SMALLEST + (addresses - 1) * ADDRESS;
            } else if (type == 4 && addresses > 0) { // RFC 8754: segment list in reverse
                cursor.finalDestinationAt = at + SMALLEST;
            } else {
                cursor.finalDestinationAt = type == 3 ? compressed(bytes, cursor, at) : Cursor.UNKNOWN;
            }
        }
        return fault;
    }

    /** The last address of a source route of RPL, RFC 6554 section 3: what it shares with the destination is left out. */
    private static int compressed(ByteBuffer bytes, Cursor cursor, int at) {
        int shared = bytes.get(at + COMPRESSION) & 0x0F;
        int padding = bytes.get(at + COMPRESSION + 1) >>> 4 & 0x0F;
        int last = cursor.at - padding - (ADDRESS - shared);
        cursor.finalDestinationShared = shared;
        return last < at + SMALLEST ? Cursor.UNKNOWN : last;
    }

    /** A fragment header. One that says "first and last" is no fragment at all, RFC 6946. */
    static Fault fragment(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        Fault fault =
                cursor.ipVersion == 6 ? pass(bytes, cursor, SMALLEST) : cursor.stop(Fault.WRONG_VERSION, SMALLEST);
        if (fault != Fault.NONE) {
            return fault;
        }
        cursor.fragmentId = bytes.getInt(at + IDENTIFICATION);
        int field = bytes.getShort(at + FRAGMENT_OFFSET) & 0xFFFF;
        cursor.fragmentOffset = field & ~7;
        cursor.moreFragments = (field & MORE_FRAGMENTS) != 0;
        if (cursor.fragmentOffset != 0 || cursor.moreFragments) {
            cursor.fragmentProtocol = cursor.next;
            cursor.next = Protocol.FRAGMENT;
        }
        return Fault.NONE;
    }

    /** The Authentication Header, which counts its length in 4-byte words, less two. */
    static Fault authentication(ByteBuffer bytes, Cursor cursor) {
        int length = cursor.left() < SMALLEST ? SMALLEST : ((bytes.get(cursor.at + LENGTH) & 0xFF) + 2) << 2;
        return pass(bytes, cursor, length);
    }

    private static Fault pass(ByteBuffer bytes, Cursor cursor, int length) {
        return cursor.left() < length
                ? cursor.stop(Fault.CUT_BY_CAPTURE, length)
                : cursor.pass(length, Protocol.ip(bytes.get(cursor.at) & 0xFF));
    }

    /**
     * Looks for a routing header of type 0, which RFC 5095 has forbidden.
     *
     * @param bytes where the packet lies
     * @param ipAt the first byte of its IPv6 header
     * @param end one past the last byte of its extension headers
     * @return how many segments are left in it, 0 to 255, or {@link Cursor#NONE} when there is none
     */
    public static int segmentsLeftOfTypeZero(ByteBuffer bytes, int ipAt, int end) {
        int next = Ipv6.nextHeader(bytes, ipAt);
        int at = ipAt + Ipv6.HEADER;
        while (end - at >= SMALLEST) {
            int length = ((bytes.get(at + LENGTH) & 0xFF) + 1) << 3;
            switch (next) {
                case ROUTING -> {
                    if (bytes.get(at + ROUTING_TYPE) == 0) {
                        return bytes.get(at + SEGMENTS_LEFT) & 0xFF;
                    }
                }
                case FRAGMENT -> length = SMALLEST;
                case AUTHENTICATION -> length = ((bytes.get(at + LENGTH) & 0xFF) + 2) << 2;
                case HOP_BY_HOP, DESTINATION_OPTIONS -> {}
                default -> {
                    return Cursor.NONE;
                }
            }
            next = bytes.get(at) & 0xFF;
            at += length;
        }
        return Cursor.NONE;
    }
}
