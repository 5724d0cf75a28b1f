package io.icmpscope.mcp.unpack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The stored bytes of a compressed capture: counts them, and keeps apart what cannot be read from what is damaged. */
final class PackedBytes extends InputStream {

    private static final int BUFFER_BYTES = 64 << 10;
    private static final long UNKNOWN = -1;

    private final InputStream stored;
    private final long size;
    private long count;
    private boolean ended;
    private @Nullable IOException failure;

    /** Reads a file of a size. */
    PackedBytes(InputStream stored, long size) {
        this.stored = new BufferedInputStream(stored, BUFFER_BYTES);
        this.size = size;
    }

    /** Reads a stream, whose size shows at its end. */
    PackedBytes(InputStream stored) {
        this(stored, UNKNOWN);
    }

    /** How many bytes are stored; of a stream, how many were read so far. */
    long size() {
        return size == UNKNOWN ? count : size;
    }

    /** How many bytes were read so far. */
    long count() {
        return count;
    }

    /** Whether its end was met. */
    boolean ended() {
        return ended;
    }

    /** Why it could not be read, or null. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        try {
            int octet = stored.read();
            count(octet < 0 ? -1 : 1);
            return octet;
        } catch (IOException unreadable) {
            failure = unreadable;
            throw unreadable;
        }
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        try {
            int had = stored.read(into, at, length);
            count(had);
            return had;
        } catch (IOException unreadable) {
            failure = unreadable;
            throw unreadable;
        }
    }

    private void count(int had) {
        ended |= had < 0;
        count += Math.max(0, had);
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
