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
     * Says whether a type is an echo request or reply.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param type 0 to 255
     * @return whether it is
     */
    public static boolean isEcho(int icmpVersion, int type) {
        return icmpVersion == 4 ? (type & ~8) == 0 : (type & ~1) == 128; // 0 and 8, 128 and 129
    }

    /**
     * Says whether messages of a type begin with an identifier and a sequence number.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param type 0 to 255
     * @return whether they do
     */
    public static boolean isQuery(int icmpVersion, int type) {
        if (isEcho(icmpVersion, type)) { // nearly always
            return true;
        }
        if (icmpVersion == 6) {
            return isExtendedEcho(icmpVersion, type);
        }
        return switch (type) {
            case 13, 14, 15, 16, 17, 18, 37, 38 -> true;
            default -> isExtendedEcho(icmpVersion, type);
        };
    }

    /**
     * Says whether messages of a type answer a question that their receiver asked.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param type 0 to 255
     * @return whether they do
     */
    public static boolean isReply(int icmpVersion, int type) {
        if (icmpVersion == 6) {
            return type == 129 || type == 140 || type == 145 || type == 147 || type == 161;
        }
        return switch (type) {
            case 0, 14, 16, 18, 38, 43 -> true;
            default -> false;
        };
    }

    /**
     * Says whether messages of a type are about another datagram: RFC 1122 section 3.2.2, RFC 4443 section 2.1.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param type 0 to 255
     * @return whether they are
     */
    public static boolean isError(int icmpVersion, int type) {
        if (icmpVersion == 6) {
            return type < 128;
        }
        return switch (type) {
            case 3, 4, 5, 11, 12, 31, 40 -> true;
            default -> false;
        };
    }

    /**
     * Says whether a message is an extended echo or its reply, whose sequence number has eight bits: RFC 8335.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param type 0 to 255
     * @return whether it is
     */
    public static boolean isExtendedEcho(int icmpVersion, int type) {
        return icmpVersion == 4 ? type == 42 || type == 43 : type == 160 || type == 161;
    }

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

    /**
     * Reads the code.
     *
     * @param head the first eight bytes of a message, big-endian
     * @return 0 to 255
     */
    public static int codeOf(long head) {
        return (int) (head >>> 48) & 0xFF;
    }

    /**
     * Reads the identifier.
     *
     * @param head the first eight bytes of an echo, big-endian
     * @return 0 to 65,535
     */
    public static int identifierOf(long head) {
        return (int) (head >>> 16) & 0xFFFF;
    }

    /**
     * Reads the sequence number.
     *
     * @param head the first eight bytes of an echo, big-endian
     * @return 0 to 65,535
     */
    public static int sequenceNumberOf(long head) {
        return (int) head & 0xFFFF;
    }
}
