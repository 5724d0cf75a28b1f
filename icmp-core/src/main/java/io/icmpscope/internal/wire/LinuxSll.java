package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The cooked header of Linux, LINKTYPE_LINUX_SLL: packet type, ARPHRD type, address length, address, protocol.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html">LINKTYPE_LINUX_SLL</a>
 */
public final class LinuxSll {

    private static final int HEADER = 16; // bytes
    private static final int ARPHRD = 2; // offsets in the header
    private static final int PROTOCOL = 14;

    private static final int LLC = 4; // a protocol
    private static final int LOOPBACK = 772; // an ARPHRD type

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
            case 770 -> Protocol.linkType(107); // frame relay
            case 778 -> Gre.following(protocol, false);
            case 801, 802 -> Protocol.NONE; // IEEE 802.11, and with Prism's header, of which no capture is known
            case 803 -> Protocol.linkType(127); // radiotap
            case 824 -> Netlink.following(protocol);
            default -> protocol < 0x600 ? ofLinux(protocol) : Protocol.etherType(protocol);
        };
    }

    /** The numbers below all EtherTypes are Linux's own: 1 is Novell's raw IPX, and only one carries packets. */
    private static int ofLinux(int protocol) {
        return protocol == LLC ? Protocol.LLC : Protocol.NONE;
    }

    /**
     * Says whether a frame was captured on a loopback interface.
     *
     * @param bytes the frame
     * @param at its first byte
     * @return whether it was
     */
    public static boolean isLoopback(ByteBuffer bytes, int at) {
        return isLoopback(bytes.getShort(at + ARPHRD));
    }

    /** Whether a device is the loopback interface, for both cooked headers. */
    static boolean isLoopback(short device) {
        return device == LOOPBACK;
    }
}
