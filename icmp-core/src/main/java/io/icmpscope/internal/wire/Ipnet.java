package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The header of Solaris's IP observability devices: version, family, hook, length, interfaces, zones.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_IPNET.html">LINKTYPE_IPNET</a>
 */
final class Ipnet {

    private static final int HEADER = 24; // bytes

    private static final int FAMILY = 1; // offset in the header

    private Ipnet() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        return switch (bytes.get(cursor.at + FAMILY)) {
            case 2 -> cursor.pass(HEADER, Protocol.etherType(0x0800));
            case 26 -> cursor.pass(HEADER, Protocol.etherType(0x86DD));
            default -> cursor.stop(Fault.WRONG_VALUE, HEADER);
        };
    }
}
