package io.icmpscope.mcp.unpack;

import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked bytes of a compressed capture. What cannot be unpacked ends them, and so do the limits that the library
 * has for gzip; what came before is kept. For one thread.
 */
final class UnpackedBytes extends InputStream {

    /** Unpacked sizes up to this are read whatever the ratio: floods of equal packets pack very well. */
    private static final long ALWAYS_BYTES = 64L << 20;

    private static final long MOST_BYTES = 4L << 30;
    private static final int MOST_RATIO = 200;

    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private final Compression compression;
    private final PackedBytes packed;
    private final PushbackInputStream stream = new PushbackInputStream(this, GZIP.length);
    private @Nullable InputStream frames;
    private @Nullable Code ending;
    private long unpacked;

    private UnpackedBytes(Compression compression, PackedBytes packed) {
        this.compression = compression;
        this.packed = packed;
    }

    /**
     * Begins to unpack.
     *
     * @param compression how the bytes are packed
     * @param packed the packed bytes, closed with {@link #stream}, and by this method when it throws
     * @throws CaptureFormatException when not one byte can be unpacked, or they are compressed once more
     */
    static UnpackedBytes open(Compression compression, PackedBytes packed) throws IOException {
        UnpackedBytes bytes = new UnpackedBytes(compression, packed);
        try {
            bytes.checkStart();
            return bytes;
        } catch (IOException | RuntimeException failure) {
            packed.close();
            throw failure;
        }
    }

    private void checkStart() throws IOException {
        byte[] start = stream.readNBytes(GZIP.length);
        if (start.length == 0 && ending != null) {
            throw new CaptureFormatException(
                    Kind.NOT_A_CAPTURE,
                    0,
                    "byte 0: expected a capture, found " + compression
                            + " data that is cut or damaged from its start. Copy the file again.");
        }
        if (start.length == GZIP.length && start[0] == GZIP[0] && start[1] == GZIP[1]) { // which the library would read
            throw new CaptureFormatException(
                    Kind.UNSUPPORTED,
                    0,
                    "byte 0: expected a pcap or pcapng capture, found gzip in " + compression
                            + "; decompress it once.");
        }
        stream.unread(start);
    }

    /** The bytes from their start. */
    InputStream stream() {
        return stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (ending == null && isBomb()) {
            ending = Code.TOO_LARGE;
        }
        if (ending != null) {
            return -1;
        }
        int count = unpack(into, at, length);
        unpacked += Math.max(0, count);
        return count;
    }

    private boolean isBomb() {
        return unpacked > MOST_BYTES || (unpacked > ALWAYS_BYTES && unpacked / MOST_RATIO > packed.size());
    }

    /** Decoders meet damage with any exception; one that they had from the stored bytes is none of theirs. */
    private int unpack(byte[] into, int at, int length) throws IOException {
        try {
            return unpackSome(into, at, length);
        } catch (CaptureFormatException cannotBeUnpacked) {
            if (unpacked == 0) {
                throw cannotBeUnpacked;
            }
        } catch (LinkageError withoutUnsafe) { // a JVM may forbid what the library for zstd uses
            throw new CaptureFormatException(
                    Kind.UNSUPPORTED,
                    0,
                    "byte 0: expected a capture, found " + compression
                            + " data, which cannot be unpacked on this JVM; decompress it with un" + compression + ".");
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            IOException failure = packed.failure();
            if (failure != null) {
                throw failure;
            }
        }
        ending = Code.DAMAGED_COMPRESSION;
        return -1;
    }

    /** A decoder may find nothing in a block, which is no end before that of the stored bytes. */
    private int unpackSome(byte[] into, int at, int length) throws IOException {
        InputStream from = frames;
        if (from == null) {
            from = compression.frames(packed);
            frames = from;
        }
        int count = from.read(into, at, length);
        while (count <= 0 && !packed.ended()) {
            count = from.read(into, at, length);
        }
        return count <= 0 ? -1 : count;
    }

    /** How many more bytes there were so far unpacked than packed. */
    long grownBy() {
        return unpacked - packed.count();
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    /** Gives a report that says how the capture is stored, and what could not be unpacked. */
    IcmpReport describe(IcmpReport read) {
        return read.withCapture(describe(read.capture()));
    }

    /** Gives facts that say how the capture is stored, and what could not be unpacked. */
    CaptureFacts describe(CaptureFacts read) {
        return new CaptureFacts(
                read.format(),
                read.byteOrder(),
                true,
                packed.size(),
                read.interfaces(),
                read.firstTime(),
                read.lastTime(),
                read.truncatedFrames(),
                read.incompleteFragments(),
                read.unsupportedLinkTypes(),
                read.skippedBlocks(),
                read.comments(),
                ending == null ? read.warnings() : warnings(read.warnings(), ending));
    }

    /** The library, which saw the bytes end, may have found the capture cut short there: this says why. */
    private Listing<CaptureWarning> warnings(Listing<CaptureWarning> found, Code reason) {
        List<CaptureWarning> all = new ArrayList<>();
        CaptureWarning why = new CaptureWarning(reason, unpacked, null, sentence(reason));
        for (CaptureWarning warning : found.entries()) {
            if (warning.code() == Code.CUT_SHORT) {
                why = new CaptureWarning(reason, warning.byteOffset(), warning.frame(), sentence(reason));
            } else {
                all.add(warning);
            }
        }
        all.add(why);
        return new Listing<>(all, found.omitted());
    }

    private String sentence(Code reason) {
        return reason == Code.TOO_LARGE
                ? "The " + compression + " data expands beyond the limit; decompress it first. Its first " + unpacked
                        + " unpacked bytes were analysed."
                : "The " + compression + " data is cut or damaged. The " + unpacked
                        + " bytes that could be unpacked were analysed.";
    }
}
