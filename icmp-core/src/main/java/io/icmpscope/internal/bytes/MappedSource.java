package io.icmpscope.internal.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/** A file through memory-mapped windows. A file that is shortened meanwhile can abort the JVM. */
final class MappedSource extends Source {

    /** How much of a window is shown at a time, and fetched into the cache before; measured: 64 to 256 KiB are alike. */
    static final int STEP = 128 << 10;

    private final FileChannel file;
    private final long size;
    private final long windowBytes;
    private ByteBuffer forStretches = ByteBuffer.allocate(0);
    private long stretchesFrom;
    private final CacheLines lines = new CacheLines();

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
        lines.touch(window, (int) Math.min(shown, Math.max(limit, index)), shown);
        limit = shown;
        fetched(base + limit);
    }

    private void map(long offset, int length) throws IOException {
        base = Math.min(offset, size);
        window = mapped(base, length);
        limit = 0;
    }

    private ByteBuffer mapped(long start, int length) throws IOException {
        long bytes = Math.min(size - start, Math.max(windowBytes, length));
        return bytes == 0
                ? ByteBuffer.allocate(0)
                : file.map(MapMode.READ_ONLY, start, bytes).order(ByteOrder.BIG_ENDIAN);
    }

    @Override
    public boolean hasStretches() {
        return true;
    }

    @Override
    public synchronized Source stretch(long offset, int length) throws IOException {
        long start = Math.min(offset, size);
        int bytes = (int) Math.min(length, size - start);
        long index = start - stretchesFrom;
        if (index < 0 || index + bytes > forStretches.capacity()) {
            forStretches = mapped(start, bytes);
            stretchesFrom = start;
            index = 0;
        }
        ByteBuffer part = forStretches.slice((int) index, bytes).order(ByteOrder.BIG_ENDIAN);
        return new StretchSource(start, part, size, STEP, () -> {});
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
