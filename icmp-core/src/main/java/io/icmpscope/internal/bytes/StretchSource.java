package io.icmpscope.internal.bytes;

import java.nio.ByteBuffer;

/** Some bytes of a capture in one window that does not move, to be read beside the others. */
final class StretchSource extends Source {

    private final long size;
    private final int step;
    private final Runnable afterwards;
    private final CacheLines lines = new CacheLines();

    /**
     * Makes a source.
     *
     * @param start the offset in the capture of the first byte of {@code bytes}
     * @param bytes big-endian; read from index 0 to the limit
     * @param size how many bytes the whole capture has
     * @param step how many of them to fetch into the cache at a time; all, when they are there already
     * @param afterwards takes the bytes back when they are not read any more
     */
    StretchSource(long start, ByteBuffer bytes, long size, int step, Runnable afterwards) {
        this.base = start;
        this.window = bytes;
        this.limit = step < bytes.limit() ? 0 : bytes.limit();
        this.size = size;
        this.step = step;
        this.afterwards = afterwards;
    }

    @Override
    void move(long offset, int length) {
        long index = offset - base;
        if (index >= 0 && limit < window.limit()) { // what is not in the stretch cannot be read here
            int shown = (int) Math.min(window.limit(), Math.max(index + length, limit + (long) step));
            lines.touch(window, limit, shown);
            limit = shown;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() {
        afterwards.run();
    }
}
