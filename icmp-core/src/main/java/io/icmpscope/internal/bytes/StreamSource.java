package io.icmpscope.internal.bytes;

import java.io.FileInputStream;
import java.io.FilterInputStream;
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
        this.channel = Channels.newChannel(stream.getClass() == FileInputStream.class ? stream : new Checked(stream));
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

    /** A stream of somebody else's, which may break the rules of streams: what it says is looked at before it is believed. */
    private static final class Checked extends FilterInputStream {

        /** So often in a row nothing may come of a read that should have waited for a byte. */
        private static final int MOST_EMPTY = 1_000;

        private int empty;

        Checked(InputStream stream) {
            super(stream);
        }

        /** A hint only, of no use to who reads to the end anyway. */
        @Override
        public int available() {
            try {
                return super.available();
            } catch (IOException | RuntimeException unknown) {
                return 0;
            }
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int count = super.read(into, at, length);
            if (count < -1 || count > length) {
                throw new IOException(
                        "the stream is at fault: asked for " + length + " bytes, its read returned " + count);
            }
            empty = count == 0 && length > 0 ? empty + 1 : 0;
            if (empty > MOST_EMPTY) {
                throw new IOException(
                        "the stream is at fault: its read returns 0 for ever, and neither bytes nor the end");
            }
            return count;
        }
    }
}
