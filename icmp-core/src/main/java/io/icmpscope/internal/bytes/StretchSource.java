package io.icmpscope.internal.bytes;

import java.nio.ByteBuffer;

/** Some bytes of a capture in one window that does not move, to be read beside the others. */
final class StretchSource extends Source {

    private final long size;
    private final Runnable afterwards;

    /**
     * Makes a source.
     *
     * @param start the offset in the capture of the first byte of {@code bytes}
     * @param bytes big-endian; read from index 0 to the limit
     * @param size how many bytes the whole capture has
     * @param afterwards takes the bytes back when they are not read any more
     */
    StretchSource(long start, ByteBuffer bytes, long size, Runnable afterwards) {
        this.base = start;
        this.window = bytes;
        this.limit = bytes.limit();
        this.size = size;
        this.afterwards = afterwards;
    }

    @Override
    void move(long offset, int length) {
        // What is not in the stretch cannot be read here.
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
