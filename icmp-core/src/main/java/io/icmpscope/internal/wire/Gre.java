package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * Generic routing encapsulation: flags and version, protocol, and what the flags say follows. RFC 1701, RFC 2784, RFC 2890;
 * with a key and Ethernet inside it is NVGRE, RFC 7637. Version 1 is that of PPTP, RFC 2637 section 4.1.
 */
final class Gre {

    private static final int HEADER = 4; // bytes, without options
    private static final int PROTOCOL = 2; // offset in the header

    private static final int CHECKSUM = 0x8000; // flags
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int VERSION = 0x0007;
    private static final int ACKNOWLEDGMENT = 0x0080; // in version 1

    private static final int ERSPAN = 0x88BE; // protocols
    private static final int PPP = 0x880B;

    private static final int ROUTE_ENTRY = 4; // bytes, without its value
    private static final int ROUTE_LENGTH = 3; // offset in an entry

    private Gre() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int flags = bytes.getShort(cursor.at) & 0xFFFF;
        int protocol = bytes.getShort(cursor.at + PROTOCOL) & 0xFFFF;
        return switch (flags & VERSION) {
            case 0 -> generic(bytes, cursor, flags, protocol);
            case 1 -> pointToPoint(bytes, cursor, flags, protocol);
            default -> cursor.stop(Fault.WRONG_VERSION, HEADER);
        };
    }

    private static Fault generic(ByteBuffer bytes, Cursor cursor, int flags, int protocol) {
        int keyAt = HEADER + ((flags & (CHECKSUM | ROUTING)) == 0 ? 0 : 4); // checksum and offset, both or neither
        int length = keyAt + ((flags & KEY) == 0 ? 0 : 4) + ((flags & SEQUENCE) == 0 ? 0 : 4);
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        if ((flags & KEY) != 0) {
            cursor.detail = bytes.getInt(cursor.at + keyAt) & 0xFFFF_FFFFL;
        }
        if ((flags & ROUTING) != 0) {
            length = behindRoutes(bytes, cursor, length);
            if (cursor.left() < length) {
                return cursor.stop(Fault.CUT_BY_CAPTURE, length);
            }
        }
        return cursor.pass(length, following(protocol, (flags & SEQUENCE) != 0));
    }

    /** Walks the route entries of RFC 1701: family, offset, length, route. The last has neither family nor length. */
    private static int behindRoutes(ByteBuffer bytes, Cursor cursor, int from) {
        int entry = from;
        while (cursor.left() - entry >= ROUTE_ENTRY) {
            int length = bytes.get(cursor.at + entry + ROUTE_LENGTH) & 0xFF;
            boolean last = length == 0 && bytes.getShort(cursor.at + entry) == 0;
            entry += ROUTE_ENTRY + length;
            if (last) {
                return entry;
            }
        }
        return entry + ROUTE_ENTRY;
    }

    /** What a protocol announces, in a header with a sequence number or without. */
    static int following(int protocol, boolean numbered) {
        if (protocol == ERSPAN && !numbered) { // its first version has no header of its own
            return Protocol.ETHERNET;
        }
        int ofGre = Protocol.gre(protocol);
        return Protocols.layer(ofGre) == null ? Protocol.etherType(protocol) : ofGre;
    }

    private static Fault pointToPoint(ByteBuffer bytes, Cursor cursor, int flags, int protocol) {
        if (protocol != PPP || (flags & KEY) == 0) {
            return cursor.stop(Fault.WRONG_VALUE, HEADER);
        }
        int keyAt = cursor.at + HEADER;
        int length = HEADER + 4 + ((flags & SEQUENCE) == 0 ? 0 : 4) + ((flags & ACKNOWLEDGMENT) == 0 ? 0 : 4);
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        cursor.detail = bytes.getShort(keyAt + 2) & 0xFFFF; // the call; before it the length of the payload
        cursor.clip((long) cursor.at + length + (bytes.getShort(keyAt) & 0xFFFF));
        return cursor.pass(length, Protocol.PPP);
    }

    /** The header before a packet redirected to a web cache, WCCP version 2, which version 1 does not have. */
    static Fault redirected(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < 1) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, 1);
        }
        int first = bytes.get(cursor.at) & 0xFF;
        return RawIp.pass(bytes, cursor, first >= 0x45 && first <= 0x4F ? 0 : HEADER);
    }
}
