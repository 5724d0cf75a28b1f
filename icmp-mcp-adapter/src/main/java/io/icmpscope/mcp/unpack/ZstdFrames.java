package io.icmpscope.mcp.unpack;

import io.airlift.compress.zstd.ZstdIncrementalFrameDecompressor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked bytes of zstd frames, RFC 8878, one after the other. For one thread.
 *
 * <p>The library unpacks the blocks; this class walks through frames and blocks and hands them over one by one. The
 * library would keep back as much as a window, up to 8 MiB, until a frame ends well. So when a frame is cut or a block is
 * damaged, the frame is ended here with an empty block, which brings out everything before the damage; and the checksum
 * of a frame, which the library would not pass then, is checked here.
 */
final class ZstdFrames extends InputStream {

    private static final int BLOCK_HEADER = 3; // bytes
    private static final int MOST_IN_A_BLOCK = 128 << 10;
    private static final int LEAST_IN_A_COMPRESSED_BLOCK = 3; // for the library
    private static final int RAW = 0;
    private static final int RLE = 1;
    private static final int COMPRESSED = 2;
    private static final byte[] LAST_EMPTY_BLOCK = {1, 0, 0};

    private static final long ARRAY_BASE = arrayBase();

    private final InputStream packed;
    private final ZstdIncrementalFrameDecompressor decoder = new ZstdIncrementalFrameDecompressor();
    private final byte[] input = new byte[BLOCK_HEADER + MOST_IN_A_BLOCK + 2 * Long.BYTES];
    private int from;
    private int to;

    private XxHash64 hash = new XxHash64();
    private boolean hasChecksum;
    private boolean inFrame;
    private boolean replaceable;
    private @Nullable IOException damage;

    private ZstdFrames(InputStream packed) {
        this.packed = packed;
    }

    /** Begins to unpack. */
    static InputStream open(InputStream packed) {
        return new ZstdFrames(packed);
    }

    /** The library takes arrays by the addresses of {@code Unsafe}, which the compiler would not let pass. */
    private static long arrayBase() {
        try {
            return Class.forName("sun.misc.Unsafe")
                    .getField("ARRAY_BYTE_BASE_OFFSET")
                    .getInt(null);
        } catch (ReflectiveOperationException missing) {
            throw new NoClassDefFoundError("sun.misc.Unsafe: " + missing);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int count = 0;
        while (count == 0) {
            if (from < to || decoder.getRequestedOutputSize() > 0) {
                count = decode(into, at, length);
            } else if (!next()) {
                return -1;
            }
        }
        return count;
    }

    private int decode(byte[] into, int at, int length) throws IOException {
        try {
            decoder.partialDecompress(input, ARRAY_BASE + from, ARRAY_BASE + to, into, at, at + length);
        } catch (RuntimeException malformed) {
            replaceBlock(malformed);
            return 0;
        }
        from += decoder.getInputConsumed();
        int count = decoder.getOutputBufferUsed();
        hash.update(into, at, count);
        return count;
    }

    /** Feeds what follows in the file; false at its end. */
    private boolean next() throws IOException {
        if (damage != null) {
            throw damage; // everything before it is unpacked
        }
        if (!inFrame) {
            checkHash();
            return beginFrame();
        }
        try {
            readBlock();
        } catch (EOFException cut) {
            endFrame(cut);
        }
        return true;
    }

    private boolean beginFrame() throws IOException {
        byte[] header = ZstdHeader.next(packed);
        if (header == null) {
            return false;
        }
        hasChecksum = ZstdHeader.clearChecksum(header);
        hash = new XxHash64();
        inFrame = true;
        feed(header, header.length);
        return true;
    }

    private void readBlock() throws IOException {
        if (packed.readNBytes(input, 0, BLOCK_HEADER) < BLOCK_HEADER) {
            throw new EOFException();
        }
        int header = (input[0] & 0xFF) | (input[1] & 0xFF) << 8 | (input[2] & 0xFF) << 16;
        int type = header >>> 1 & 3;
        int size = header >>> 3;
        if (type > COMPRESSED || size > MOST_IN_A_BLOCK || (type == COMPRESSED && size < LEAST_IN_A_COMPRESSED_BLOCK)) {
            endFrame(new IOException("no block has this type and size"));
            return;
        }
        int stored = type == RLE ? 1 : size;
        int had = packed.readNBytes(input, BLOCK_HEADER, stored);
        if (had < stored && type == RAW) {
            feedRaw(had);
            damage = new EOFException();
        } else if (had < stored) {
            throw new EOFException();
        } else {
            from = 0;
            to = BLOCK_HEADER + stored;
            replaceable = type == COMPRESSED;
            inFrame = (header & 1) == 0;
        }
    }

    /** Makes as much of a raw block as there is the last one of its frame. */
    private void feedRaw(int size) {
        int header = size << 3 | 1;
        input[0] = (byte) header;
        input[1] = (byte) (header >>> 8);
        input[2] = (byte) (header >>> 16);
        from = 0;
        to = BLOCK_HEADER + size;
        inFrame = false;
    }

    private void endFrame(IOException why) {
        damage = why;
        inFrame = false;
        feed(LAST_EMPTY_BLOCK, LAST_EMPTY_BLOCK.length);
    }

    /**
     * Ends the frame before a block that the library refuses. It has taken the block's header and waits for as many bytes
     * as that says; zeros read as no literals and no sequences.
     */
    private void replaceBlock(RuntimeException malformed) throws IOException {
        IOException why = new IOException(malformed);
        if (damage != null || !replaceable) {
            throw why;
        }
        damage = why;
        from = BLOCK_HEADER;
        Arrays.fill(input, from, to, (byte) 0);
        if (inFrame) {
            System.arraycopy(LAST_EMPTY_BLOCK, 0, input, to, LAST_EMPTY_BLOCK.length);
            to += LAST_EMPTY_BLOCK.length;
            inFrame = false;
        }
    }

    private void checkHash() throws IOException {
        if (hasChecksum) {
            hasChecksum = false;
            if (ZstdHeader.u32(packed) != (int) hash.value()) {
                throw new IOException("the checksum of a frame does not hold");
            }
        }
    }

    private void feed(byte[] bytes, int count) {
        System.arraycopy(bytes, 0, input, 0, count);
        from = 0;
        to = count;
        replaceable = false;
    }
}
