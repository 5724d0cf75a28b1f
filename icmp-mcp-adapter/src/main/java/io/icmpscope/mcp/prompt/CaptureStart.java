package io.icmpscope.mcp.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Tells from the first bytes of a file whether it looks like a capture. For suggestions only: what it really is, the library
 * says when it reads it. What is packed with zstd or lz4 is not unpacked, and has to be called a capture.
 */
final class CaptureStart {

    private static final int MAGIC = 4;
    private static final String GZIP = "1f8b";

    private static final Set<String> CAPTURES = Set.of(
            "a1b2c3d4", // pcap, microseconds
            "d4c3b2a1",
            "a1b23c4d", // pcap, nanoseconds
            "4d3cb2a1",
            "a1b2cd34", // pcap as modified by Alexey Kuznetsov
            "34cdb2a1",
            "1c0001ac", // pcap of IXIA
            "ac01001c",
            "1c0001ab",
            "ab01001c",
            "0a0d0d0a"); // pcapng

    private static final Set<String> PACKED = Set.of("28b52ffd", "04224d18"); // zstd, lz4

    private CaptureStart() {}

    /** Reads the start of a regular file. */
    static boolean isCapture(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            String magic = magic(bytes);
            return CAPTURES.contains(magic)
                    || (PACKED.contains(magic) && isCalledCapture(file))
                    || (magic.startsWith(GZIP) && isCaptureInGzip(file));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isCaptureInGzip(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream unpacked = new GZIPInputStream(bytes)) {
            return CAPTURES.contains(magic(unpacked));
        }
    }

    private static String magic(InputStream bytes) throws IOException {
        return HexFormat.of().formatHex(bytes.readNBytes(MAGIC));
    }

    private static boolean isCalledCapture(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(p?cap|pcapng|ntar)[^/]*");
    }
}
