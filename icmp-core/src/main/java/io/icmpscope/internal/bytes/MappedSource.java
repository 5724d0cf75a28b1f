package io.icmpscope.internal.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/** A file through memory-mapped windows. A file that is shortened meanwhile can abort the JVM. */
final class MappedSource extends Source {

    /** How much of a window is shown at a time, and fetched into the cache before; measured: 64 to 256 KiB are alike. */
    private static final int STEP = 128 << 10;

    private static final int CACHE_LINE = 64; // bytes

    private final FileChannel file;
    private final long size;
    private final long windowBytes;

    @SuppressWarnings("unused") // it keeps what was read from being left out as of no use
    private int touched;

    MappedSource(FileChannel file, long windowBytes) throws IOException {
        this.file = file;
        this.size = file.size();
        this.windowBytes = windowBytes;
    }

    @Override
    void move(long offset, int length) throws IOException {
        long index = offset - base;
        if (index < 0 || index + length > window.capacity()) {
            map(offset, length);
            index = offset - base;
        }
        int shown = (int) Math.min(window.capacity(), Math.max(limit, index + Math.max(length, STEP)));
        touch((int) Math.min(shown, Math.max(limit, index)), shown);
        limit = shown;
        fetched(base + limit);
    }

    /**
     * Reads one byte of each cache line. These reads do not wait for each other, as those of records do, each of which
     * tells where the next begins.
     */
    private void touch(int from, int to) {
        int sum = 0;
        for (int at = from; at < to; at += CACHE_LINE) {
            sum += window.get(at);
        }
        touched += sum;
    }

    private void map(long offset, int length) throws IOException {
        long start = Math.min(offset, size);
        long bytes = Math.min(size - start, Math.max(windowBytes, length));
        window = bytes == 0
                ? ByteBuffer.allocate(0)
                : file.map(MapMode.READ_ONLY, start, bytes).order(ByteOrder.BIG_ENDIAN);
        base = start;
        limit = 0;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        window = ByteBuffer.allocate(0);
        limit = 0;
        file.close();
    }
}
