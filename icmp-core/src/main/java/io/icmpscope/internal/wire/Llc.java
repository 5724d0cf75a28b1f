package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * The LLC header, IEEE 802.2 section 3.2, with the SNAP header of IEEE 802 section 9.5 behind it, RFC 1042.
 *
 * <p>Only unnumbered information (control 03) carries packets. FF FF there is no LLC at all but Novell's raw IPX.
 */
final class Llc {

    private static final int HEADER = 3; // bytes: destination SAP, source SAP, control
    private static final int SNAP_HEADER = 5; // bytes: OUI, protocol id

    private static final int SNAP_SAPS = 0xAAAA03; // with the control byte
    private static final int IP_SAPS = 0x060603;
    private static final int NLPID_SAPS = 0xFEFE03;

    private static final int FCS = 4; // bytes

    private Llc() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < HEADER + 1) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER + 1);
        }
        return switch (bytes.getInt(at) >>> 8) {
            case SNAP_SAPS -> snap(bytes, cursor, HEADER);
            case IP_SAPS -> RawIp.pass(bytes, cursor, HEADER);
            case NLPID_SAPS -> cursor.pass(HEADER + 1, nlpid(bytes.get(at + HEADER) & 0xFF));
            default -> cursor.pass(HEADER, Protocol.NONE);
        };
    }

    /** A SNAP header without LLC before it, as frame relay has. */
    static Fault snap(ByteBuffer bytes, Cursor cursor) {
        return snap(bytes, cursor, 0);
    }

    private static Fault snap(ByteBuffer bytes, Cursor cursor, int before) {
        int length = before + SNAP_HEADER;
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        int oui = bytes.getInt(cursor.at + before) >>> 8;
        int pid = bytes.getShort(cursor.at + before + 3) & 0xFFFF;
        return switch (oui) {
            case 0x000000, 0x0000F8 -> cursor.pass(length, Protocol.etherType(pid)); // RFC 1042, IEEE 802.1H
            case 0x0080C2 -> bridged(cursor, length, pid);
            default -> cursor.pass(length, Protocol.NONE);
        };
    }

    /** A whole frame of another network, RFC 2427 section 4.2: with its frame check sequence, or without. */
    private static Fault bridged(Cursor cursor, int length, int pid) {
        return switch (pid) {
            case 1 -> cursor.passTrailed(length, FCS, Protocol.ETHERNET);
            case 7 -> cursor.pass(length, Protocol.ETHERNET);
            default -> cursor.pass(length, Protocol.NONE);
        };
    }

    /** What a network layer protocol id announces, ISO/IEC TR 9577. */
    static int nlpid(int value) {
        return switch (value) {
            case 0xCC -> Protocol.etherType(0x0800);
            case 0x8E -> Protocol.etherType(0x86DD);
            case 0x80 -> Protocol.SNAP;
            case 0xCF -> Protocol.PPP;
            default -> Protocol.NONE;
        };
    }
}
