package io.icmpscope.internal.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One reused direct buffer that slides forward over the bytes. It grows only for a range larger than it. */
abstract class SlidingSource extends Source {

    private boolean ended;
    private long end;

    SlidingSource(int bufferBytes) {
        window = ByteBuffer.allocateDirect(bufferBytes);
    }

    /** Reads some bytes from an offset on; -1 at the end. A stream is only asked for the offset where it stands. */
    abstract int read(long offset, ByteBuffer into) throws IOException;

    /**
     * Passes over everything before an offset; returns where the source stands then. Read, not skipped: skipping fails on
     * a pipe and runs past the end of a file.
     */
    long skipTo(long offset) throws IOException {
        long at = end;
        while (at < offset) {
            window.clear().limit((int) Math.min(window.capacity(), offset - at));
            int count = read(at, window);
            if (count < 0) {
                break;
            }
            at += count;
            fetched(at);
        }
        window.clear();
        return at;
    }

    @Override
    final void move(long offset, int length) throws IOException {
        long index = offset - base;
        int kept = index >= 0 && index < limit ? (int) (limit - index) : 0;
        window.limit(limit).position(limit - kept).compact();
        base = kept > 0 ? offset : skipTo(offset);
        ended = false;
        while (window.position() < length) {
            if (window.position() == window.capacity()) {
                grow(length);
            }
            int count = read(base + window.position(), window);
            if (count < 0) {
                ended = true;
                break;
            }
            fetched(base + window.position());
        }
        limit = window.position();
        end = base + limit;
    }

    /** Twice as large at a time: the length is what a capture promises, and the bytes may never come. */
    private void grow(int length) {
        int capacity = (int) Math.min(length, 2L * window.capacity());
        window = ByteBuffer.allocateDirect(capacity).put(window.flip());
    }

    /** Whether the last move met the end. */
    final boolean ended() {
        return ended;
    }

    /** The offset behind the last byte that was read. */
    final long end() {
        return end;
    }

    final void release() {
        window = ByteBuffer.allocate(0);
        limit = 0;
    }
}
