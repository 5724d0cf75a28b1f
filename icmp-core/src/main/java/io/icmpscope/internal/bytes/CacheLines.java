package io.icmpscope.internal.bytes;

import java.nio.ByteBuffer;

/**
 * Fetches bytes into the cache before they are looked at. For one thread.
 *
 * <p>One byte of each line is read. These reads do not wait for each other, as those of records do, each of which tells where
 * the next begins.
 */
final class CacheLines {

    private static final int LINE = 64; // bytes

    @SuppressWarnings("unused") // it keeps what was read from being left out as of no use
    private int touched;

    void touch(ByteBuffer bytes, int from, int to) {
        int sum = 0;
        for (int at = from; at < to; at += LINE) {
            sum += bytes.get(at);
        }
        touched += sum;
    }
}
