package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** UDP, RFC 768: ports, length, checksum. It carries packets only where a port is a tunnel's. */
public final class Udp {

    private static final int HEADER = 8; // bytes

    private static final int DESTINATION = 2; // offsets in the header
    private static final int LENGTH = 4;

    private Udp() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int length = bytes.getShort(at + LENGTH) & 0xFFFF;
        if (length >= HEADER) { // less is malformed, or 0 in a jumbogram
            cursor.clip((long) at + length);
        }
        int to = bytes.getShort(at + DESTINATION) & 0xFFFF;
        int from = bytes.getShort(at) & 0xFFFF;
        return cursor.pass(HEADER, Protocol.udpPort(Protocols.isTunnelPort(to) ? to : from));
    }

    /**
     * Says whether a datagram surely carries no packet of a tunnel.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @param end one past the last captured byte
     * @return whether both ports were captured and neither is a tunnel's
     */
    public static boolean isPlain(ByteBuffer bytes, int at, int end) {
        if (end - at < LENGTH) {
            return false;
        }
        int ports = bytes.getInt(at);
        return !Protocols.isTunnelPort(ports >>> 16) && !Protocols.isTunnelPort(ports & 0xFFFF);
    }
}
