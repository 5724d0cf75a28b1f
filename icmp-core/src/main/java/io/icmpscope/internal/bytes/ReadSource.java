package io.icmpscope.internal.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A file through positional reads into one buffer; what its owner does to it meanwhile is at worst a short read. */
final class ReadSource extends SlidingSource {

    private final FileChannel file;
    private final long size;
    private final Queue<ByteBuffer> spare = new ConcurrentLinkedQueue<>(); // for stretches

    ReadSource(FileChannel file, int bufferBytes) throws IOException {
        super(bufferBytes);
        this.file = file;
        this.size = file.size();
    }

    @Override
    int read(long offset, ByteBuffer into) throws IOException {
        if (offset >= size) {
            return -1; // a file that grows is read to the size it had
        }
        if (into.remaining() > size - offset) {
            into.limit((int) (into.position() + size - offset));
        }
        return file.read(into, offset);
    }

    @Override
    long skipTo(long offset) {
        return Math.min(offset, size);
    }

    @Override
    public boolean hasStretches() {
        return true;
    }

    @Override
    public Source stretch(long offset, int length) throws IOException {
        long start = Math.min(offset, size);
        ByteBuffer used = spare.poll();
        ByteBuffer bytes = used != null && used.capacity() >= length ? used.clear() : ByteBuffer.allocateDirect(length);
        bytes.limit((int) Math.min(length, size - start));
        while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {
            // a file that was shortened gives less
        }
        return new StretchSource(start, bytes.flip(), size, Integer.MAX_VALUE, () -> spare.add(bytes));
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Ending ending() {
        return ended() && end() < size ? Ending.SHORTENED : Ending.WHOLE;
    }

    @Override
    public void close() throws IOException {
        release();
        file.close();
    }
}
