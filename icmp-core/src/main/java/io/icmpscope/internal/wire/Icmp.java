package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** The header that every ICMP and ICMPv6 message has: RFC 792, RFC 4443 section 2.1. The caller has checked lengths. */
public final class Icmp {

    /** The length of type, code and checksum in bytes. */
    public static final int HEADER = 4;

    /** Where the identifier of a query stands. */
    public static final int IDENTIFIER = 4;

    /** Where the sequence number of a query stands. */
    public static final int SEQUENCE = 6;

    /** Where the data of an echo, or the quoted datagram of an error, begins. */
    public static final int BODY = 8;

    private Icmp() {}

    /**
     * Reads the type.
     *
     * @param bytes where the message lies
     * @param at its first byte
     * @return 0 to 255
     */
    public static int type(ByteBuffer bytes, int at) {
        return bytes.get(at) & 0xFF;
    }

    /**
     * Reads the code.
     *
     * @param bytes where the message lies
     * @param at its first byte
     * @return 0 to 255
     */
    public static int code(ByteBuffer bytes, int at) {
        return bytes.get(at + 1) & 0xFF;
    }

    /**
     * Reads the checksum.
     *
     * @param bytes where the message lies
     * @param at its first byte
     * @return 0 to 65,535
     */
    public static int checksum(ByteBuffer bytes, int at) {
        return bytes.getShort(at + 2) & 0xFFFF;
    }
}
