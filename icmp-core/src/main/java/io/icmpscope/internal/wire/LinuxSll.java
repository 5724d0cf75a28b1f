package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The cooked header of Linux, LINKTYPE_LINUX_SLL: packet type, ARPHRD type, address length, address, protocol.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html">LINKTYPE_LINUX_SLL</a>
 */
final class LinuxSll {

    private static final int HEADER = 16; // bytes
    private static final int ARPHRD = 2; // offsets in the header
    private static final int PROTOCOL = 14;

    private LinuxSll() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int device = bytes.getShort(cursor.at + ARPHRD) & 0xFFFF;
        int protocol = bytes.getShort(cursor.at + PROTOCOL) & 0xFFFF;
        return cursor.pass(HEADER, following(device, protocol));
    }

    /** What a Linux device type and its protocol field announce, for both cooked headers. */
    static int following(int device, int protocol) {
        return switch (device) {
            case 824, 801, 802, 803 -> Protocol.NONE; // netlink, and three kinds of IEEE 802.11, whose headers follow
            default ->
                protocol < 0x600 ? Protocol.NONE : Protocol.etherType(protocol); // below: a number of Linux's own
        };
    }
}
