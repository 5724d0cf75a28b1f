package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The mesh protocol B.A.T.M.A.N. advanced: packet type, compatibility version, and in packets for one station or for all
 * an Ethernet frame. The layouts are those of {@code batadv_packet.h} in Linux.
 */
final class BatmanAdvanced {

    private static final int UNICAST = 10; // bytes
    private static final int UNICAST_WITH_SOURCE = 18;
    private static final int BROADCAST = 14;

    private BatmanAdvanced() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < UNICAST) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, UNICAST);
        }
        int length = switch (bytes.getShort(cursor.at) & 0xFFFF) { // type and version, which renumbered the types
            case 0x400F, 0x030E -> UNICAST;
            case 0x420F -> UNICAST_WITH_SOURCE;
            case 0x010F, 0x040E -> BROADCAST;
            default -> 0;
        };
        if (length == 0) {
            return cursor.pass(UNICAST, Protocol.NONE);
        }
        return cursor.left() < length
                ? cursor.stop(Fault.CUT_BY_CAPTURE, length)
                : cursor.pass(length, Protocol.ETHERNET);
    }
}
