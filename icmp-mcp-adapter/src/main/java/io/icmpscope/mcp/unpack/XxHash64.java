package io.icmpscope.mcp.unpack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The checksum of zstd frames: XXH64 with a seed of 0. For one thread.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">its specification</a>
 */
final class XxHash64 {

    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    private static final int STRIPE = 32; // bytes

    private final ByteBuffer rest = ByteBuffer.allocate(STRIPE).order(ByteOrder.LITTLE_ENDIAN);
    private long lane1 = 0x60EA27EEADC0B5D6L; // P1 + P2
    private long lane2 = P2;
    private long lane3;
    private long lane4 = -P1;
    private long length;

    void update(byte[] bytes, int at, int count) {
        length += count;
        ByteBuffer in = ByteBuffer.wrap(bytes, at, count).order(ByteOrder.LITTLE_ENDIAN);
        if (rest.position() > 0) {
            while (rest.hasRemaining() && in.hasRemaining()) {
                rest.put(in.get());
            }
            if (rest.hasRemaining()) {
                return;
            }
            stripe(rest.flip());
            rest.clear();
        }
        while (in.remaining() >= STRIPE) {
            stripe(in);
        }
        rest.put(in);
    }

    private void stripe(ByteBuffer in) {
        lane1 = round(lane1, in.getLong());
        lane2 = round(lane2, in.getLong());
        lane3 = round(lane3, in.getLong());
        lane4 = round(lane4, in.getLong());
    }

    /** Gives the checksum of everything so far; nothing may follow. */
    long value() {
        long hash = length < STRIPE ? P5 : converged();
        hash += length;
        rest.flip();
        while (rest.remaining() >= Long.BYTES) {
            hash = Long.rotateLeft(hash ^ round(0, rest.getLong()), 27) * P1 + P4;
        }
        if (rest.remaining() >= Integer.BYTES) {
            hash = Long.rotateLeft(hash ^ (Integer.toUnsignedLong(rest.getInt()) * P1), 23) * P2 + P3;
        }
        while (rest.hasRemaining()) {
            hash = Long.rotateLeft(hash ^ ((rest.get() & 0xFF) * P5), 11) * P1;
        }
        hash = (hash ^ (hash >>> 33)) * P2;
        hash = (hash ^ (hash >>> 29)) * P3;
        return hash ^ (hash >>> 32);
    }

    private long converged() {
        long hash = Long.rotateLeft(lane1, 1)
                + Long.rotateLeft(lane2, 7)
                + Long.rotateLeft(lane3, 12)
                + Long.rotateLeft(lane4, 18);
        for (long lane : new long[] {lane1, lane2, lane3, lane4}) {
            hash = (hash ^ round(0, lane)) * P1 + P4;
        }
        return hash;
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }
}
