package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** Packets over ATM, RFC 2684: behind LLC (section 5), bridged with two bytes of padding, or alone on their circuit. */
final class Atm {

    private static final int SUN_HEADER = 4; // bytes: flags, VPI, VCI
    private static final int LLC_TRAFFIC = 2; // in the lower four bits of the flags

    private static final int BRIDGED_HEADER = 10; // bytes: LLC, SNAP, padding
    private static final long BRIDGED = 0xAAAA_0300_80C2_0000L; // and a protocol id
    private static final int FCS = 4; // bytes

    private Atm() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < BRIDGED_HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, BRIDGED_HEADER);
        }
        long first = bytes.getLong(cursor.at);
        if ((first & ~0xFFFFL) == BRIDGED) {
            int trailer = (first & 0xFFFF) == 1 ? FCS : 0;
            boolean ethernet = trailer != 0 || (first & 0xFFFF) == 7;
            return cursor.passTrailed(BRIDGED_HEADER, trailer, ethernet ? Protocol.ETHERNET : Protocol.NONE);
        }
        return first < 0 ? cursor.pass(0, Protocol.LLC) : RawIp.pass(bytes, cursor, 0); // LLC: AA or FE
    }

    /** A frame as Sun's adapters deliver it, LINKTYPE_SUNATM. */
    static Fault sun(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < SUN_HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, SUN_HEADER);
        }
        boolean llc = (bytes.get(cursor.at) & 0x0F) == LLC_TRAFFIC;
        return cursor.pass(SUN_HEADER, llc ? Protocol.linkType(100) : Protocol.NONE);
    }
}
