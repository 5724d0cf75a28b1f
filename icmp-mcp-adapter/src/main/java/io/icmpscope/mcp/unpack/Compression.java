package io.icmpscope.mcp.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a capture may be compressed, told by its first bytes. */
enum Compression {
    /** RFC 8878, section 3.1.1. */
    ZSTD(0x28B52FFD),
    /** LZ4 frames, version 1.6.1 of their description. */
    LZ4(0x04224D18);

    static final int MAGIC_BYTES = Integer.BYTES;

    private final int magic;

    Compression(int magic) {
        this.magic = magic;
    }

    static @Nullable Compression of(byte[] start) {
        if (start.length < MAGIC_BYTES) {
            return null;
        }
        int first = ByteBuffer.wrap(start).getInt();
        return first == ZSTD.magic ? ZSTD : first == LZ4.magic ? LZ4 : null;
    }

    /** Begins to unpack; the classes that do are loaded here. */
    InputStream frames(InputStream packed) throws IOException {
        return this == ZSTD ? ZstdFrames.open(packed) : Lz4Frames.open(packed);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
