package io.icmpscope.mcp.unpack;

import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Headers of zstd frames, RFC 8878 section 3.1.1.1, as bytes. */
final class ZstdHeader {

    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50; // to 0x184D2A5F, section 3.1.2
    private static final int SKIPPABLE_MASK = 0xFFFFFFF0;

    private static final int DESCRIPTOR = 4; // offset
    private static final int SINGLE_SEGMENT = 0x20; // flags of the descriptor
    private static final int RESERVED = 0x08;
    private static final int CHECKSUM = 0x04;
    private static final int DICTIONARY = 0x03;

    /** What every decoder should read, and the most that the library does. */
    private static final long MOST_WINDOW = 8L << 20;

    private ZstdHeader() {}

    /** Reads the next header, magic included, and passes over frames that are to be skipped; null at the end. */
    static byte @Nullable [] next(InputStream in) throws IOException {
        while (true) {
            byte[] magic = in.readNBytes(Integer.BYTES);
            if (magic.length == 0) {
                return null;
            }
            int number = magic.length < Integer.BYTES ? 0 : little(magic).getInt();
            if (number == MAGIC) {
                return read(in, magic);
            }
            if ((number & SKIPPABLE_MASK) != SKIPPABLE) {
                throw new IOException("no frame follows");
            }
            in.skipNBytes(Integer.toUnsignedLong(u32(in)));
        }
    }

    private static byte[] read(InputStream in, byte[] magic) throws IOException {
        int descriptor = in.read();
        if (descriptor < 0) {
            throw new EOFException();
        }
        if ((descriptor & RESERVED) != 0) {
            throw new IOException("a reserved bit is set");
        }
        if ((descriptor & DICTIONARY) != 0) {
            throw cannotBeUnpacked("needs a dictionary; decompress it with unzstd -D");
        }
        boolean single = (descriptor & SINGLE_SEGMENT) != 0;
        int sizeBytes = descriptor >>> 6 == 0 ? (single ? 1 : 0) : 1 << (descriptor >>> 6);
        int length = DESCRIPTOR + 1 + (single ? 0 : 1) + sizeBytes;
        byte[] header = Arrays.copyOf(magic, length);
        header[DESCRIPTOR] = (byte) descriptor;
        if (in.readNBytes(header, DESCRIPTOR + 1, length - DESCRIPTOR - 1) < length - DESCRIPTOR - 1) {
            throw new EOFException();
        }
        checkWindow(single ? contentSize(header, sizeBytes) : windowSize(header[DESCRIPTOR + 1] & 0xFF));
        return header;
    }

    private static void checkWindow(long bytes) throws CaptureFormatException {
        if (bytes < 0 || bytes > MOST_WINDOW) {
            throw cannotBeUnpacked("needs a window of more than 8 MiB; decompress it with unzstd --long=31");
        }
    }

    private static long windowSize(int descriptor) {
        long base = 1L << (10 + (descriptor >>> 3));
        return base + base / 8 * (descriptor & 7);
    }

    private static long contentSize(byte[] header, int sizeBytes) {
        byte[] size = Arrays.copyOf(Arrays.copyOfRange(header, DESCRIPTOR + 1, header.length), Long.BYTES);
        return little(size).getLong() + (sizeBytes == 2 ? 256 : 0);
    }

    private static CaptureFormatException cannotBeUnpacked(String reason) {
        return new CaptureFormatException(
                Kind.UNSUPPORTED, 0, "byte 0: expected a capture, found zstd data that " + reason + ".");
    }

    /** Makes a header say that no checksum follows its frame; tells whether it said that one does. */
    static boolean clearChecksum(byte[] header) {
        boolean had = (header[DESCRIPTOR] & CHECKSUM) != 0;
        header[DESCRIPTOR] = (byte) (header[DESCRIPTOR] & ~CHECKSUM);
        return had;
    }

    /** Reads a number of 32 bits. */
    static int u32(InputStream in) throws IOException {
        byte[] number = in.readNBytes(Integer.BYTES);
        if (number.length < Integer.BYTES) {
            throw new EOFException();
        }
        return little(number).getInt();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
