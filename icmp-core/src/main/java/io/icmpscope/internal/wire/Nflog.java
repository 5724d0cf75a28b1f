package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * What the packet filter of Linux logs: family, version, group, then attributes of length, type and value, which the
 * machine's byte order writes. The values are known to be small, so that the byte that is zero tells which that was.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_NFLOG.html">LINKTYPE_NFLOG</a>
 */
final class Nflog {

    private static final int HEADER = 4; // bytes
    private static final int ATTRIBUTE = 4; // bytes, at least
    private static final int TYPE = 2; // offset in an attribute

    private static final int PACKET_HEADER = 1; // attribute types; this one's value begins with an EtherType
    private static final int PAYLOAD = 9;

    private Nflog() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int etherType = 0;
        int at = cursor.at + HEADER;
        while (cursor.end - at >= ATTRIBUTE) {
            boolean bigEndian = bytes.get(at + TYPE) == 0;
            int type = bigEndian ? bytes.getShort(at + TYPE) : LittleEndian.u16(bytes, at + TYPE);
            int length = bigEndian ? bytes.getShort(at) & 0xFFFF : LittleEndian.u16(bytes, at);
            if (length < ATTRIBUTE) {
                return cursor.stop(Fault.HEADER_LENGTH, at + ATTRIBUTE - cursor.at);
            }
            if (type == PACKET_HEADER && cursor.end - at >= ATTRIBUTE + 2) {
                etherType = bytes.getShort(at + ATTRIBUTE) & 0xFFFF;
            } else if (type == PAYLOAD) {
                cursor.clip((long) at + length);
                int before = at + ATTRIBUTE - cursor.at;
                return etherType == 0
                        ? RawIp.pass(bytes, cursor, before)
                        : cursor.pass(before, Protocol.etherType(etherType));
            }
            at += (length + 3) & ~3;
        }
        return cursor.stop(Fault.CUT_BY_CAPTURE, at + ATTRIBUTE - cursor.at);
    }
}
