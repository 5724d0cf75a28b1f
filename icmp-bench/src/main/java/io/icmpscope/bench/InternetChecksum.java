package io.icmpscope.bench;

import java.nio.ByteBuffer;

/**
 * The Internet checksum, RFC 1071, word by word as the RFC describes it. The library has its own, faster one; that the two
 * agree on every generated message is a test of both.
 */
final class InternetChecksum {

    private InternetChecksum() {}

    /** The sum of 16-bit words, an odd last byte padded with a zero. */
    static long sum(ByteBuffer bytes, int at, int end) {
        long sum = 0;
        int i = at;
        for (; i + 1 < end; i += 2) {
            sum += bytes.getShort(i) & 0xFFFF;
        }
        return i < end ? sum + ((bytes.get(i) & 0xFF) << 8) : sum;
    }

    /** The same sum of a number of 64 bits. */
    static long sum(long bits) {
        return (bits >>> 48) + (bits >>> 32 & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits & 0xFFFF);
    }

    /** What makes a message with this sum correct. */
    static int complement(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded >>> 16) + (folded & 0xFFFF);
        }
        return (int) folded ^ 0xFFFF;
    }
}
