package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Icmp;

/** What an ICMP error has between its checksum and the quoted datagram, as far as the standards leave it unused. */
public final class ErrorWord {

    private static final int BUT_LENGTH_4 = 0xFF00_FFFF; // the second byte is a length, RFC 4884
    private static final int BUT_LENGTH_6 = 0x00FF_FFFF; // the first one
    private static final int FIRST_BYTE = 0xFF00_0000; // the others are a length and an MTU, RFC 1191
    private static final int ALL = 0xFFFF_FFFF;

    private ErrorWord() {}

    /**
     * Reads the bytes that a sender must leave zero, RFC 792 and RFC 4443.
     *
     * @param error an error
     * @return four bytes, those in use as zeros; 0 when they were not captured
     */
    public static int unused(PacketView error) {
        int mask = error.icmpVersion == 4 ? unused4(error.type(), error.code()) : unused6(error.type());
        return mask == 0 || error.length() < Icmp.BODY ? 0 : error.bytes.getInt(error.at + Icmp.HEADER) & mask;
    }

    private static int unused4(int type, int code) {
        return switch (type) {
            case 3 -> code == 4 ? FIRST_BYTE : BUT_LENGTH_4;
            case 4 -> ALL;
            case 11 -> BUT_LENGTH_4;
            default -> 0;
        };
    }

    private static int unused6(int type) {
        return type == 1 || type == 3 ? BUT_LENGTH_6 : 0;
    }
}
