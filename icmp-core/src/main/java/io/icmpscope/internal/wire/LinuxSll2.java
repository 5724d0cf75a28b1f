package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The newer cooked header of Linux, LINKTYPE_LINUX_SLL2, which names the interface too.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html">LINKTYPE_LINUX_SLL2</a>
 */
public final class LinuxSll2 {

    private static final int HEADER = 20; // bytes
    private static final int PROTOCOL = 0; // offsets in the header
    private static final int ARPHRD = 8;

    private LinuxSll2() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int device = bytes.getShort(cursor.at + ARPHRD) & 0xFFFF;
        int protocol = bytes.getShort(cursor.at + PROTOCOL) & 0xFFFF;
        return cursor.pass(HEADER, LinuxSll.following(device, protocol));
    }

    /**
     * Says whether a frame was captured on a loopback interface.
     *
     * @param bytes the frame
     * @param at its first byte
     * @return whether it was
     */
    public static boolean isLoopback(ByteBuffer bytes, int at) {
        return LinuxSll.isLoopback(bytes.getShort(at + ARPHRD));
    }
}
