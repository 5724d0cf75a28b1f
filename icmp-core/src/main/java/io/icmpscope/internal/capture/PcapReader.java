package io.icmpscope.internal.capture;

import io.icmpscope.internal.bytes.Source;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;

/**
 * Reads a pcap file: a 24-byte header, then records of a header and the captured bytes.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html">PCAP Capture File Format</a>
 */
final class PcapReader extends CaptureReader {

    private static final int MAJOR_VERSION = 4; // offsets in the file header
    private static final int MINOR_VERSION = 6;
    private static final int SNAPLEN = 16;
    private static final int NETWORK = 20;
    private static final int FILE_HEADER = 24;

    private static final int SECONDS = 0; // offsets in a record
    private static final int FRACTION = 4;
    private static final int CAPTURED = 8;
    private static final int ORIGINAL = 12;

    private static final int FCS_PRESENT = 0x0400_0000;
    private static final long NANOS = 1_000_000_000L;

    private static final int LIKELY_RECORDS = 4;
    private static final long LIKELY_PAUSE_SECONDS = 7 * 86_400L;

    private final PcapVariant variant;
    private final CaptureInterfaceNote link;
    private final long maxCaptured;
    private final boolean lengthsSwapped;
    private final boolean lengthsMaybeSwapped;

    private PcapReader(Source source, PcapVariant variant, boolean littleEndian) throws IOException {
        super(source);
        this.variant = variant;
        this.littleEndian = littleEndian;
        int header = FILE_HEADER + variant.extraFileHeader();
        int had = source.require(0, header);
        if (had < header) {
            throw new CaptureFormatException(
                    Kind.NOT_A_CAPTURE,
                    had,
                    "byte " + had + ": the file ends in its " + header
                            + "-byte pcap header; it holds no packets. Record or copy it again.");
        }
        int major = u16(MAJOR_VERSION);
        int minor = u16(MINOR_VERSION);
        if (major != 2 && major != 543) { // 543.0 was written by DG/UX
            throw new CaptureFormatException(
                    Kind.UNSUPPORTED,
                    MAJOR_VERSION,
                    "byte 4: expected pcap version 2, found " + major + "." + minor
                            + ". Convert it with the program that wrote it.");
        }
        if (major == 2 && minor > 4) {
            warn(Code.UNKNOWN_VERSION, "The capture declares pcap version 2." + minor + "; it is read as version 2.4.");
        }
        this.lengthsSwapped = major == 543 || minor < 3;
        this.lengthsMaybeSwapped = major == 2 && minor == 3;
        int network = i32(NETWORK);
        this.link = new CaptureInterfaceNote(network & 0xFFFF, u32(SNAPLEN));
        link.time = variant.time();
        link.fcsBytes = (network & FCS_PRESENT) != 0 ? (network >>> 28) * 2 : 0; // counted in 16-bit words
        notes.describe(link);
        this.maxCaptured = CaptureLimits.maxCaptured(link.linkType);
        this.offset = header;
    }

    private PcapReader(PcapReader like, Source stretch, long at) {
        super(like, stretch, at);
        this.variant = like.variant;
        this.link = like.link;
        this.maxCaptured = like.maxCaptured;
        this.lengthsSwapped = like.lengthsSwapped;
        this.lengthsMaybeSwapped = like.lengthsMaybeSwapped;
    }

    static PcapReader open(Source source, PcapVariant variant, boolean littleEndian) throws IOException {
        return new PcapReader(source, variant, littleEndian);
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        int header = variant.recordHeader();
        int had = source.require(offset, header);
        if (had < header) {
            return end("the record header", header, had);
        }
        int at = source.indexOf(offset);
        long captured = u32(at + CAPTURED);
        long original = u32(at + ORIGINAL);
        if (lengthsSwapped || (lengthsMaybeSwapped && captured > original)) {
            long swap = captured;
            captured = original;
            original = swap;
        }
        if (captured > maxCaptured) {
            return corrupt(captured);
        }
        int whole = header + (int) captured;
        had = source.require(offset, whole);
        if (had < whole) {
            return end("the record", whole, had);
        }
        at = source.indexOf(offset);
        if (captured > original && original != 0) {
            odd(captured, original);
        }
        boolean blank = captured == 0 && original == 0 && u32(at + SECONDS) == 0;
        if (blank) {
            warnBlank();
        }
        fill(frame, at + header, (int) captured, original, blank ? Frame.NO_TIME : time(at), link);
        offset += whole;
        return true;
    }

    @Override
    CaptureReader fork(Source stretch, long at) {
        return new PcapReader(this, stretch, at);
    }

    @Override
    int step() {
        return 1;
    }

    /** Four records one behind the other, of lengths that agree and times that are not far apart. */
    @Override
    boolean isLikelyFrame(long first) throws IOException {
        long next = first;
        long seconds = -1;
        for (int records = 0; records < LIKELY_RECORDS && next < source.size(); records++) {
            if (source.require(next, variant.recordHeader()) < variant.recordHeader()) {
                return false;
            }
            int at = source.indexOf(next);
            long captured = u32(at + CAPTURED);
            long original = u32(at + ORIGINAL);
            long time = u32(at + SECONDS);
            boolean likely = captured != 0
                    && captured <= maxCaptured
                    && (lengthsSwapped || lengthsMaybeSwapped || original >= captured)
                    && original <= maxCaptured
                    && u32(at + FRACTION) * variant.fractionNanos() < NANOS
                    && (seconds < 0 || Math.abs(time - seconds) <= LIKELY_PAUSE_SECONDS);
            if (!likely) {
                return false;
            }
            seconds = time;
            next += variant.recordHeader() + (lengthsSwapped ? original : captured);
        }
        return true;
    }

    private long time(int at) {
        long fraction = u32(at + FRACTION) * variant.fractionNanos();
        if (fraction >= NANOS && !notes.told(Code.ODD_TIME)) {
            warn(
                    Code.ODD_TIME,
                    "The record at byte " + offset + " has a fraction of more than a second; it was carried over.");
        }
        return link.time.nanos(u32(at + SECONDS), fraction);
    }

    private boolean corrupt(long captured) {
        warn(
                Code.CORRUPT_LENGTH,
                "The record at byte " + offset + " declares " + captured + " captured bytes (limit " + maxCaptured
                        + "); the file is damaged from there. " + kept());
        return false;
    }

    private void warnBlank() {
        if (!notes.told(Code.BLANK_RECORD)) {
            warn(
                    Code.BLANK_RECORD,
                    "The record at byte " + offset + " is blank; the file may not have been written to its end. "
                            + kept());
        }
    }

    private void odd(long captured, long original) {
        if (!notes.told(Code.ODD_LENGTH)) {
            warn(
                    Code.ODD_LENGTH,
                    "The record at byte " + offset + " holds " + captured + " bytes of a packet of " + original
                            + "; the captured length is believed.");
        }
    }

    @Override
    public String format() {
        return "pcap";
    }
}
