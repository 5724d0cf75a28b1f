package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The loopback headers of the BSDs, LINKTYPE_NULL and LINKTYPE_LOOP: an address family in four bytes, in the byte order of
 * the machine that wrote it or in network byte order.
 *
 * @see <a href="https://www.tcpdump.org/linktypes.html">Link-layer header types</a>
 */
final class Loopback {

    private static final int HEADER = 4; // bytes

    private Loopback() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int family = bytes.getInt(cursor.at);
        if (family >>> 16 != 0) { // families are small numbers: this one is written the other way round
            family = Integer.reverseBytes(family);
        }
        return switch (family) {
            // AF_INET everywhere; AF_INET6 of Linux, Windows, NetBSD and OpenBSD, FreeBSD, Darwin
            case 2, 10, 23, 24, 28, 30 -> RawIp.pass(bytes, cursor, HEADER);
            // another system's number: the packet itself tells; or an EtherType, as very old libpcap wrote
            default ->
                family < 0x600
                        ? RawIp.pass(bytes, cursor, HEADER)
                        : cursor.pass(HEADER, Protocol.etherType(family & 0xFFFF));
        };
    }
}
