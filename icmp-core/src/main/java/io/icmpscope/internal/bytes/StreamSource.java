package io.icmpscope.internal.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;

/** A stream, which is read once from its start to its end. */
final class StreamSource extends SlidingSource {

    private final ReadableByteChannel channel;

    StreamSource(InputStream stream, int bufferBytes) {
        super(bufferBytes);
        this.channel = Channels.newChannel(stream);
    }

    @Override
    int read(long offset, ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void finish() throws IOException {
        require(Long.MAX_VALUE, 0);
    }

    @Override
    public long size() {
        return end();
    }

    @Override
    public void close() throws IOException {
        release();
        channel.close();
    }
}
