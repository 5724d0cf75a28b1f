package io.icmpscope.internal.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/** A file through memory-mapped windows. A file that is shortened meanwhile can abort the JVM. */
final class MappedSource extends Source {

    /** How much of a window is shown at a time, so that whoever watches hears of it before the window is through. */
    private static final int STEP = 1 << 20;

    private final FileChannel file;
    private final long size;
    private final long windowBytes;

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
        limit = (int) Math.min(window.capacity(), Math.max(limit, index + Math.max(length, STEP)));
        fetched(base + limit);
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
