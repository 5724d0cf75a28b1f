package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** The Internet checksum, RFC 1071: the ones' complement sum of 16-bit words, an odd last byte padded with a zero. */
public final class Checksum {

    private Checksum() {}

    /**
     * Adds up bytes, eight at a time; the carries are folded in at the end.
     *
     * @param bytes where they lie, big-endian
     * @param at the first byte
     * @param end one past the last byte
     * @return a sum for {@link #fold}, to which others may be added
     */
    public static long sum(ByteBuffer bytes, int at, int end) {
        long sum = 0;
        int i = at;
        for (; i <= end - 4; i += 4) {
            sum += bytes.getInt(i) & 0xFFFF_FFFFL;
        }
        if (i <= end - 2) {
            sum += bytes.getShort(i) & 0xFFFF;
            i += 2;
        }
        return i < end ? sum + ((bytes.get(i) & 0xFF) << 8) : sum;
    }

    /**
     * Folds a sum into 16 bits.
     *
     * @param sum the sum of words
     * @return 0 to 65,535; 65,535 when the sum covers a correct checksum
     */
    public static int fold(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded >>> 16) + (folded & 0xFFFF);
        }
        return (int) folded;
    }

    /**
     * Adds up the pseudo-header of IPv6, RFC 8200 section 8.1.
     *
     * @param bytes where the addresses lie
     * @param sourceAt the first byte of the source address
     * @param destinationAt the first byte of the final destination address
     * @param length of the upper-layer packet in bytes
     * @param nextHeader its protocol number
     * @return a sum for {@link #fold}
     */
    public static long pseudoHeader6(ByteBuffer bytes, int sourceAt, int destinationAt, long length, int nextHeader) {
        return sum(bytes, sourceAt, sourceAt + 16)
                + sum(bytes, destinationAt, destinationAt + 16)
                + length
                + nextHeader;
    }
}
