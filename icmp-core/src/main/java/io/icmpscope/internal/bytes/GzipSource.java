package io.icmpscope.internal.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The unpacked bytes of gzip data (RFC 1952). What cannot be unpacked ends it; what came before is kept. */
final class GzipSource extends SlidingSource {

    /** Unpacked sizes up to this are read whatever the ratio: floods of equal packets pack very well. */
    private static final long ALWAYS_BYTES = 64L << 20;

    private static final long MOST_BYTES = 4L << 30;
    private static final int MOST_RATIO = 200;
    private static final int CHUNK = 16 << 10;

    private final Source packed;
    private final InputStream unpacking;
    private final byte[] chunk = new byte[CHUNK];
    private Ending ending = Ending.WHOLE;

    GzipSource(Source packed, int bufferBytes) throws IOException {
        super(bufferBytes);
        this.packed = packed;
        this.unpacking = new Members(new PackedBytes(packed));
    }

    @Override
    int read(long offset, ByteBuffer into) throws IOException {
        if (isBomb(offset)) {
            ending = Ending.TOO_LARGE;
        }
        if (ending != Ending.WHOLE) {
            return -1;
        }
        packed.works(); // a MiB that is stored can be hundreds to unpack
        try {
            int count = unpacking.read(chunk, 0, Math.min(CHUNK, into.remaining()));
            if (count > 0) {
                into.put(chunk, 0, count);
            }
            return count;
        } catch (EOFException | ZipException damaged) {
            ending = Ending.DAMAGED;
            return -1;
        }
    }

    private boolean isBomb(long unpackedBytes) {
        return unpackedBytes > MOST_BYTES
                || (unpackedBytes > ALWAYS_BYTES && unpackedBytes / MOST_RATIO > packed.size());
    }

    @Override
    public void finish() throws IOException {
        packed.finish();
    }

    @Override
    public long size() {
        return packed.size();
    }

    @Override
    public boolean isCompressed() {
        return true;
    }

    @Override
    public Ending ending() {
        return ending;
    }

    @Override
    public void close() throws IOException {
        release();
        unpacking.close(); // gives the memory of the inflater back
        packed.close();
    }

    /**
     * Goes from one member of the data to the next in a loop. The class above calls {@code read} from within itself for it, which
     * thousands of empty members turn into a stack that overflows.
     */
    private static final class Members extends GZIPInputStream {

        private static final int NEXT = Integer.MIN_VALUE;

        private boolean reading;

        Members(InputStream packed) throws IOException {
            super(packed, CHUNK);
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            if (reading) {
                return NEXT;
            }
            reading = true;
            try {
                int count = NEXT;
                while (count == NEXT) {
                    count = super.read(into, at, length);
                }
                return count;
            } finally {
                reading = false;
            }
        }
    }

    /** Another source as a stream, read once from its start. */
    private static final class PackedBytes extends InputStream {

        private final Source source;
        private long offset;

        PackedBytes(Source source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            if (source.require(offset, 1) < 1) {
                return -1;
            }
            return source.window().get(source.indexOf(offset++)) & 0xFF;
        }

        /** Asked when a member ends, to find out whether another one follows. */
        @Override
        public int available() throws IOException {
            return source.require(offset, 1);
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int had = source.require(offset, Math.min(length, CHUNK));
            if (had == 0) {
                return length == 0 ? 0 : -1;
            }
            source.window().get(source.indexOf(offset), into, at, had);
            offset += had;
            return had;
        }
    }
}
