package io.icmpscope.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Streams frames into a capture file through one buffer, so that the size of the file costs no memory. */
abstract class CaptureWriter implements Closeable {

    static final int ETHERNET = 1; // LINKTYPE
    static final int SNAPLEN = 262_144; // tcpdump's default

    private static final int BUFFER_BYTES = 1 << 20;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long frames;

    CaptureWriter(FileChannel file) {
        this.file = file;
    }

    /** Writes a frame that was seen at a time in microseconds since 1970. */
    final void write(long timeMicros, ByteBuffer frame) throws IOException {
        putRecord(timeMicros, frame);
        frames++;
    }

    abstract void putRecord(long timeMicros, ByteBuffer frame) throws IOException;

    /** A little-endian buffer that has room for this many bytes. */
    final ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    final long frames() {
        return frames;
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
