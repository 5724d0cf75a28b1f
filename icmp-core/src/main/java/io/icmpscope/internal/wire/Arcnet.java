package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * ARCNET: source, destination, in Linux's form two bytes more, protocol id, and behind the newer ids, RFC 1201 section 2.1
 * and RFC 2497, a split flag and a sequence number.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_ARCNET_LINUX.html">LINKTYPE_ARCNET_LINUX</a>
 */
final class Arcnet {

    private static final int ADDRESSES = 2; // bytes
    private static final int OFFSET = 2;
    private static final int SPLIT = 3; // split flag and sequence number

    private Arcnet() {}

    static Fault linux(ByteBuffer bytes, Cursor cursor) {
        return read(bytes, cursor, ADDRESSES + OFFSET);
    }

    static Fault bsd(ByteBuffer bytes, Cursor cursor) {
        return read(bytes, cursor, ADDRESSES);
    }

    private static Fault read(ByteBuffer bytes, Cursor cursor, int idAt) {
        if (cursor.left() <= idAt) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, idAt + 1);
        }
        return switch (bytes.get(cursor.at + idAt) & 0xFF) {
            case 240 -> cursor.pass(idAt + 1, Protocol.etherType(0x0800)); // RFC 1051
            case 212 -> newer(bytes, cursor, idAt + 1, 0x0800);
            case 196 -> newer(bytes, cursor, idAt + 1, 0x86DD);
            default -> cursor.pass(idAt + 1, Protocol.NONE);
        };
    }

    /** A packet that is split over several frames is not put together. */
    private static Fault newer(ByteBuffer bytes, Cursor cursor, int before, int etherType) {
        if (cursor.left() < before + SPLIT) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, before + SPLIT);
        }
        boolean whole = bytes.get(cursor.at + before) == 0;
        return cursor.pass(before + SPLIT, whole ? Protocol.etherType(etherType) : Protocol.NONE);
    }
}
