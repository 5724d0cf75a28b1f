package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * Netlink messages of Linux, RFC 3549 section 2.3.2, captured behind a cooked header. Those by which the packet filter logs
 * carry packets; a frame may hold several.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_NETLINK.html">LINKTYPE_NETLINK</a>
 */
final class Netlink {

    private static final int COOKED_HEADER = 16; // bytes
    private static final int FAMILY = 14; // offset in the cooked header
    private static final int NETFILTER = 12; // a family

    private static final int HEADER = 16; // bytes, of a message
    private static final int TYPE = 4; // offset in a message
    private static final int LOGGED_PACKET_BIG = 0x0400; // a type, and as it reads when written little-endian
    private static final int LOGGED_PACKET_LITTLE = 0x0004;

    private Netlink() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < COOKED_HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, COOKED_HEADER);
        }
        return cursor.pass(COOKED_HEADER, following(bytes.getShort(cursor.at + FAMILY)));
    }

    /** What messages of a family carry. */
    static int following(int family) {
        return family == NETFILTER ? Protocol.NETFILTER : Protocol.NONE;
    }

    /** Goes to the next message that carries a packet. */
    static Fault netfilter(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        while (cursor.end - at >= HEADER) {
            int type = bytes.getShort(at + TYPE);
            int length = bytes.getInt(at);
            if (length < HEADER || length > cursor.declaredEnd - at) { // not big-endian, as it seems
                length = Integer.reverseBytes(length);
            }
            if (length < HEADER) {
                return cursor.stop(Fault.HEADER_LENGTH, at + HEADER - cursor.at);
            }
            int behind = (int) Math.min(cursor.end, at + (((long) length + 3) & ~3));
            if (type == LOGGED_PACKET_BIG || type == LOGGED_PACKET_LITTLE) {
                cursor.branch(bytes, behind, Protocol.NETFILTER);
                cursor.clip((long) at + length);
                return cursor.pass(at + HEADER - cursor.at, Protocol.linkType(239));
            }
            at = behind;
        }
        return cursor.stop(Fault.CUT_BY_CAPTURE, at + HEADER - cursor.at);
    }
}
