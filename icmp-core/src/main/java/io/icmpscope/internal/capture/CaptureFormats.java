package io.icmpscope.internal.capture;

import io.icmpscope.internal.bytes.Ending;
import io.icmpscope.internal.bytes.Source;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The one table of magics: what the first bytes of a file say about the rest. The name of a file says nothing. */
public final class CaptureFormats {

    private static final String GZIP = hex("1f8b");
    private static final int LONGEST_MAGIC = 8;
    private static final int SAMPLE = 64;

    private record Capture(String magic, @Nullable PcapVariant variant, boolean littleEndian) {

        /** Opens a capture whose magic was recognised. */
        CaptureReader open(Source source) throws IOException {
            return variant == null ? PcapngReader.open(source) : PcapReader.open(source, variant, littleEndian);
        }
    }

    private record Other(String magic, Kind kind, String what) {}

    private static final List<Capture> CAPTURES = List.of(
            new Capture(hex("a1b2c3d4"), PcapVariant.MICROSECONDS, false),
            new Capture(hex("d4c3b2a1"), PcapVariant.MICROSECONDS, true),
            new Capture(hex("a1b23c4d"), PcapVariant.NANOSECONDS, false),
            new Capture(hex("4d3cb2a1"), PcapVariant.NANOSECONDS, true),
            new Capture(hex("a1b2cd34"), PcapVariant.MODIFIED, false),
            new Capture(hex("34cdb2a1"), PcapVariant.MODIFIED, true),
            new Capture(hex("1c0001ac"), PcapVariant.IXIA_HARDWARE, false),
            new Capture(hex("ac01001c"), PcapVariant.IXIA_HARDWARE, true),
            new Capture(hex("1c0001ab"), PcapVariant.IXIA_SOFTWARE, false),
            new Capture(hex("ab01001c"), PcapVariant.IXIA_SOFTWARE, true),
            new Capture(hex("0a0d0d0a"), null, false));

    private static final List<Other> OTHERS = List.of(
            new Other(GZIP, Kind.UNSUPPORTED, "gzip in gzip; decompress it once"),
            new Other(hex("28b52ffd"), Kind.UNSUPPORTED, "zstd-compressed data; decompress it with unzstd"),
            new Other(hex("04224d18"), Kind.UNSUPPORTED, "lz4-compressed data; decompress it with unlz4"),
            new Other(hex("fd377a585a00"), Kind.UNSUPPORTED, "xz-compressed data; decompress it with unxz"),
            new Other("BZh", Kind.UNSUPPORTED, "bzip2-compressed data; decompress it with bunzip2"),
            new Other("PK\u0003\u0004", Kind.UNSUPPORTED, "a zip archive; extract the capture from it"),
            new Other("snoop\0\0\0", Kind.UNSUPPORTED, "a snoop capture; convert it with editcap -F pcapng"),
            new Other("GMBU", Kind.UNSUPPORTED, "a Microsoft Network Monitor capture; convert it with editcap"),
            new Other("RTSS", Kind.UNSUPPORTED, "a Microsoft Network Monitor capture; convert it with editcap"),
            new Other(hex("a1b234cd"), Kind.UNSUPPORTED, "a historic pcap variant; convert it with editcap"),
            new Other(hex("a12b3c4d"), Kind.UNSUPPORTED, "a historic pcap variant; convert it with editcap"),
            new Other(hex("7f454c46"), Kind.NOT_A_CAPTURE, "an ELF program"),
            new Other("%PDF", Kind.NOT_A_CAPTURE, "a PDF document"));

    private CaptureFormats() {}

    /**
     * Opens a capture by what its first bytes say.
     *
     * @param source its bytes; closed with the reader, and by this method when it throws
     * @return the reader, before the first frame
     * @throws CaptureFormatException when it is no capture, with what it looks like
     * @throws IOException when the bytes cannot be read
     */
    public static CaptureReader open(Source source) throws IOException {
        try {
            String start = start(source, LONGEST_MAGIC);
            return start.startsWith(GZIP) ? openUnpacked(gunzip(source)) : openUnpacked(source);
        } catch (IOException | RuntimeException failure) {
            source.close();
            throw failure;
        }
    }

    private static Source gunzip(Source packed) throws IOException {
        try {
            return Sources.gunzip(packed);
        } catch (EOFException | ZipException damaged) {
            throw damagedGzip();
        }
    }

    private static CaptureFormatException damagedGzip() {
        return new CaptureFormatException(
                Kind.NOT_A_CAPTURE,
                0,
                "byte 0: expected a capture, found gzip data that is cut or damaged from its start. Copy the file again.");
    }

    private static CaptureReader openUnpacked(Source source) throws IOException {
        String start = start(source, LONGEST_MAGIC);
        for (Capture format : CAPTURES) {
            if (start.startsWith(format.magic)) {
                return format.open(source);
            }
        }
        throw refusal(source, start);
    }

    private static CaptureFormatException refusal(Source source, String start) throws IOException {
        if (start.isEmpty() && source.ending() != Ending.WHOLE) {
            return damagedGzip();
        }
        if (start.isEmpty()) {
            return new CaptureFormatException(
                    Kind.EMPTY, 0, "byte 0: expected a capture, found an empty file. Check that the recording ran.");
        }
        for (Other other : OTHERS) {
            if (start.startsWith(other.magic)) {
                return new CaptureFormatException(
                        other.kind, 0, "byte 0: expected a pcap or pcapng capture, found " + other.what + ".");
            }
        }
        return new CaptureFormatException(
                Kind.NOT_A_CAPTURE,
                0,
                "byte 0: expected a pcap or pcapng capture, found " + describe(start(source, SAMPLE))
                        + ". Point to a file that tcpdump, dumpcap or Wireshark wrote.");
    }

    private static String describe(String start) {
        boolean text = start.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t');
        if (text) {
            return "text";
        }
        StringBuilder bytes = new StringBuilder("the bytes");
        start.chars().limit(4).forEach(c -> bytes.append(String.format(" %02x", c)));
        return bytes.toString();
    }

    /** The first bytes as Latin-1 characters, one a byte. */
    private static String start(Source source, int length) throws IOException {
        int had = source.require(0, length);
        byte[] bytes = new byte[had];
        source.window().get(source.indexOf(0), bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String hex(String digits) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 2) {
            bytes.append((char) Integer.parseInt(digits.substring(i, i + 2), 16));
        }
        return bytes.toString();
    }
}
