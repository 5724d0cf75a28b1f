package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** The Internet checksum, RFC 1071: the ones' complement sum of 16-bit words, an odd last byte padded with a zero. */
public final class Checksum {

    private static final int ADDRESS = 16; // bytes, of IPv6

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
        while (end - i
                >= 32) { // most messages are short: a loop that the compiler takes apart costs more than its work
            sum += eight(bytes.getLong(i)) + eight(bytes.getLong(i + 8));
            sum += eight(bytes.getLong(i + 16)) + eight(bytes.getLong(i + 24));
            i += 32;
        }
        while (end - i >= 8) {
            sum += eight(bytes.getLong(i));
            i += 8;
        }
        if (i <= end - 4) {
            sum += bytes.getInt(i) & 0xFFFF_FFFFL;
            i += 4;
        }
        if (i <= end - 2) {
            sum += bytes.getShort(i) & 0xFFFF;
            i += 2;
        }
        return i < end ? sum + ((bytes.get(i) & 0xFF) << 8) : sum;
    }

    /**
     * Adds up eight bytes.
     *
     * @param eight the bytes, big-endian
     * @return a sum for {@link #fold}
     */
    public static long eight(long eight) {
        return (eight >>> 32) + (eight & 0xFFFF_FFFFL);
    }

    /**
     * Folds a sum into 16 bits.
     *
     * @param sum the sum of words
     * @return 0 to 65,535; 65,535 when the sum covers a correct checksum
     */
    public static int fold(long sum) {
        long folded = (sum >>> 32) + (sum & 0xFFFF_FFFFL);
        folded = (folded >>> 16) + (folded & 0xFFFF); // 18 bits
        folded = (folded >>> 16) + (folded & 0xFFFF); // 17 bits at most, and then little in the others
        return (int) ((folded >>> 16) + (folded & 0xFFFF));
    }

    /**
     * Adds up an IPv6 address whose first bytes stand elsewhere than the others.
     *
     * @param bytes where both lie
     * @param firstAt where the first bytes begin
     * @param first how many they are, 0 to 15
     * @param restAt where the others begin
     * @return a sum for {@link #fold}
     */
    public static long address6(ByteBuffer bytes, int firstAt, int first, int restAt) {
        int end = restAt + ADDRESS - first;
        if ((first & 1) == 0) {
            return sum(bytes, firstAt, firstAt + first) + sum(bytes, restAt, end);
        }
        int second = bytes.get(restAt) & 0xFF; // of the word that the first bytes end in
        return sum(bytes, firstAt, firstAt + first) + second + sum(bytes, restAt + 1, end);
    }
}
