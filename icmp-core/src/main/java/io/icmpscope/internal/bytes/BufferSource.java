package io.icmpscope.internal.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes that are in memory already: one window over all of them. */
final class BufferSource extends Source {

    BufferSource(ByteBuffer bytes) {
        window = bytes.slice().order(ByteOrder.BIG_ENDIAN);
        limit = window.limit();
    }

    @Override
    void move(long offset, int length) {
        // All there is lies in the window already.
    }

    @Override
    public long size() {
        return limit;
    }

    @Override
    public boolean hasStretches() {
        return true;
    }

    @Override
    public Source stretch(long offset, int length) {
        int from = (int) Math.min(offset, limit);
        ByteBuffer bytes = window.slice(from, Math.min(length, limit - from)).order(ByteOrder.BIG_ENDIAN);
        return new StretchSource(from, bytes, limit, Integer.MAX_VALUE, () -> {});
    }

    @Override
    public void close() {
        limit = 0;
    }
}
