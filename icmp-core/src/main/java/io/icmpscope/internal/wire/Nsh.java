package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** The network service header, RFC 8300 section 2: version, length in words, kind of metadata, next protocol, path, metadata. */
final class Nsh {

    private static final int HEADER = 8; // bytes, at least

    private static final int NEXT = 3; // offsets in the header
    private static final int PATH = 4;

    private Nsh() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int first = bytes.getShort(cursor.at) & 0xFFFF;
        int length = (first & 0x3F) << 2;
        if (first >>> 14 != 0) {
            return cursor.stop(Fault.WRONG_VERSION, HEADER);
        }
        if (length < HEADER) {
            return cursor.stop(Fault.HEADER_LENGTH, HEADER);
        }
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        cursor.detail = Vxlan.upper24(bytes, cursor.at + PATH);
        return cursor.pass(length, following(bytes.get(cursor.at + NEXT) & 0xFF));
    }

    /** What a next protocol announces, here and in VXLAN-GPE. */
    static int following(int next) {
        return switch (next) {
            case 1 -> Protocol.etherType(0x0800);
            case 2 -> Protocol.etherType(0x86DD);
            case 3 -> Protocol.ETHERNET;
            case 4 -> Protocol.etherType(0x894F);
            case 5 -> Protocol.MPLS;
            default -> Protocol.NONE;
        };
    }
}
