package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** TCP, RFC 9293 section 3.1, as far as traceroutes use it. */
public final class Tcp {

    /** How many bytes of the header the readers need. */
    public static final int FLAGS_END = 14;

    private static final int ACKNOWLEDGMENT = 8; // offsets in the header
    private static final int FLAGS = 13;

    private static final int SYN = 0x02; // flags
    private static final int RST = 0x04;
    private static final int ACK = 0x10;

    private Tcp() {}

    /**
     * Says whether a segment asks for a connection, and does nothing else.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return whether it does
     */
    public static boolean isConnectionRequest(ByteBuffer bytes, int at) {
        return (bytes.get(at + FLAGS) & (SYN | RST | ACK)) == SYN;
    }

    /**
     * Says whether a segment may be the answer to one that asked for a connection: it accepts it, or refuses.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return whether it may
     */
    public static boolean isConnectionAnswer(ByteBuffer bytes, int at) {
        int flags = bytes.get(at + FLAGS);
        return (flags & RST) != 0 || (flags & (SYN | ACK)) == (SYN | ACK);
    }

    /**
     * Reads which byte the sender expects next: in an answer the one behind the request's sequence number.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @return 0 to 2^32 - 1
     */
    public static long acknowledgment(ByteBuffer bytes, int at) {
        return bytes.getInt(at + ACKNOWLEDGMENT) & 0xFFFF_FFFFL;
    }
}
