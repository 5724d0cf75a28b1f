package io.icmpscope.mcp.unpack;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The doors of the library, for captures that may be stored as zstd or lz4 frames. Thread-safe. */
public final class Captures {

    private Captures() {}

    /**
     * Analyses a capture file.
     *
     * @param capture a regular file
     * @param options what to list, how to read a file that is not compressed, and the limits
     * @return the report
     * @throws CaptureFormatException when the file is no capture that can be read
     * @throws IOException when the file is missing or not readable
     */
    public static IcmpReport analyze(Path capture, AnalysisOptions options) throws IOException {
        UnpackedBytes unpacked = unpack(capture);
        return unpacked == null
                ? IcmpAnalyzer.analyze(capture, options)
                : unpacked.describe(IcmpAnalyzer.analyze(unpacked.stream(), options));
    }

    /**
     * Analyses a capture from a stream, which is read to its end and closed.
     *
     * @param capture the bytes of the capture from its start
     * @param options what to list, and the limits
     * @return the report
     * @throws CaptureFormatException when the bytes are no capture that can be read
     * @throws IOException when the stream cannot be read
     */
    public static IcmpReport analyze(InputStream capture, AnalysisOptions options) throws IOException {
        PushbackInputStream stored = new PushbackInputStream(capture, Compression.MAGIC_BYTES);
        UnpackedBytes unpacked = unpack(stored);
        return unpacked == null
                ? IcmpAnalyzer.analyze(stored, options)
                : unpacked.describe(IcmpAnalyzer.analyze(unpacked.stream(), options));
    }

    /**
     * Opens a capture file to go through its ICMP messages one by one.
     *
     * @param capture a regular file
     * @param options how to read a file that is not compressed
     * @return the messages, to be closed by the caller
     * @throws CaptureFormatException when the file is no capture that can be read
     * @throws IOException when the file is missing or not readable
     */
    public static CapturePackets packets(Path capture, AnalysisOptions options) throws IOException {
        UnpackedBytes unpacked = unpack(capture);
        return new CapturePackets(
                unpacked == null
                        ? IcmpAnalyzer.packets(capture, options)
                        : IcmpAnalyzer.packets(unpacked.stream(), options),
                unpacked);
    }

    /**
     * Opens a stream to go through its ICMP messages one by one, as they arrive.
     *
     * @param capture the bytes of the capture from its start
     * @param options what to link
     * @return the messages, to be closed by the caller, which closes the stream
     * @throws CaptureFormatException when the bytes are no capture that can be read
     * @throws IOException when the stream cannot be read
     */
    public static CapturePackets packets(InputStream capture, AnalysisOptions options) throws IOException {
        PushbackInputStream stored = new PushbackInputStream(capture, Compression.MAGIC_BYTES);
        UnpackedBytes unpacked = unpack(stored);
        return new CapturePackets(
                IcmpAnalyzer.packets(unpacked == null ? stored : unpacked.stream(), options), unpacked);
    }

    private static @Nullable UnpackedBytes unpack(Path capture) throws IOException {
        Compression compression = compression(capture);
        return compression == null ? null : unpack(capture, compression);
    }

    static @Nullable Compression compression(Path capture) throws IOException {
        try (InputStream start = Files.newInputStream(capture)) {
            return Compression.of(start.readNBytes(Compression.MAGIC_BYTES));
        }
    }

    static UnpackedBytes unpack(Path capture, Compression compression) throws IOException {
        return UnpackedBytes.open(compression, new PackedBytes(Files.newInputStream(capture), Files.size(capture)));
    }

    static @Nullable UnpackedBytes unpack(PushbackInputStream stored) throws IOException {
        byte[] start = stored.readNBytes(Compression.MAGIC_BYTES);
        stored.unread(start);
        Compression compression = Compression.of(start);
        return compression == null ? null : UnpackedBytes.open(compression, new PackedBytes(stored));
    }
}
