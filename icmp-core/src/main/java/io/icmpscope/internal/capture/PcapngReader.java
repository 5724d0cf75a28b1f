package io.icmpscope.internal.capture;

import io.icmpscope.internal.bytes.Source;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;

/**
 * Reads a pcapng file: blocks of a type, a length, a body and the length again, in sections that each have their own byte
 * order and interfaces. Blocks of unknown types are passed over.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html">PCAP Now Generic Dump File Format</a>
 */
final class PcapngReader extends CaptureReader {

    private static final int SECTION_HEADER = 0x0A0D_0D0A; // block types
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;

    private static final int BYTE_ORDER_MAGIC = 0x1A2B_3C4D;
    private static final int BLOCK_HEADER = 8;
    private static final int SMALLEST_BLOCK = 12;

    /** Blocks up to this length are looked at, all packets among them; a longer one is passed over. */
    private static final int LARGEST_LOADED = (256 << 10) + (64 << 10);

    private static final int LIKELY_BLOCKS = 4;

    private final PcapngSection section;
    private boolean firstOrderLittle;

    private PcapngReader(Source source) {
        super(source);
        this.section = new PcapngSection(this);
    }

    private PcapngReader(PcapngReader like, Source stretch, long at) {
        super(like, stretch, at);
        this.section = new PcapngSection(this, like.section);
        this.firstOrderLittle = like.firstOrderLittle;
    }

    static PcapngReader open(Source source) throws IOException {
        PcapngReader reader = new PcapngReader(source);
        int had = source.require(0, BLOCK_HEADER + 8);
        if (had < BLOCK_HEADER + 8) {
            throw new CaptureFormatException(
                    Kind.NOT_A_CAPTURE,
                    had,
                    "byte " + had + ": the file ends in its pcapng section header; it holds no packets."
                            + " Record or copy it again.");
        }
        if (!reader.readByteOrder(source.indexOf(0))) {
            throw new CaptureFormatException(
                    Kind.NOT_A_CAPTURE, 8, "byte 8: expected the byte-order magic of a pcapng section, found none.");
        }
        int major = reader.u16(source.indexOf(12));
        int minor = reader.u16(source.indexOf(14));
        if (!PcapngSection.isKnownVersion(major, minor)) {
            throw new CaptureFormatException(
                    Kind.UNSUPPORTED,
                    12,
                    "byte 12: expected pcapng version 1.0 or 1.2, found " + major + "." + minor
                            + ". Convert it with the program that wrote it.");
        }
        reader.firstOrderLittle = reader.littleEndian;
        return reader;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        while (true) {
            int had = source.require(offset, BLOCK_HEADER + 4);
            if (had < SMALLEST_BLOCK) {
                return end("the block", SMALLEST_BLOCK, had);
            }
            int at = source.indexOf(offset);
            int type = source.window().getInt(at);
            if (type == SECTION_HEADER && !readByteOrder(at)) {
                return stop("has no byte-order magic");
            }
            type = i32(at);
            long length = u32(at + 4);
            if (length < SMALLEST_BLOCK || (length & 3) != 0) {
                return stop("declares a length of " + length + " bytes (at least 12 and a multiple of 4 are needed)");
            }
            boolean small = length <= LARGEST_LOADED;
            if (!small && (type == SECTION_HEADER || type == INTERFACE_DESCRIPTION)) { // what follows depends on it
                return stop("describes a section or an interface in " + length + " bytes");
            }
            had = small ? source.require(offset, (int) length) : 0;
            long trailer = offset + length - 4;
            if (small ? had < length : source.require(trailer, 4) < 4) {
                return end("the block", length, source.reached() - offset);
            }
            long lengthAgain = u32(source.indexOf(trailer));
            if (lengthAgain != length) {
                return stop(
                        "declares a length of " + length + " bytes at its start and " + lengthAgain + " at its end");
            }
            boolean packet = small
                    ? read(type, source.indexOf(offset), source.indexOf(trailer), frame)
                    : section.tooLarge(
                            type == ENHANCED_PACKET || type == OBSOLETE_PACKET || type == SIMPLE_PACKET, length);
            if (section.refused()) {
                return false;
            }
            offset += length;
            if (packet) {
                return true;
            }
        }
    }

    /** Reads one block whose body ends at {@code end}; returns whether it held a frame. */
    private boolean read(int type, int at, int end, Frame frame) {
        int body = at + BLOCK_HEADER;
        switch (type) {
            case ENHANCED_PACKET -> {
                return section.enhancedPacket(body, end, frame);
            }
            case SIMPLE_PACKET -> {
                return section.simplePacket(body, end, frame);
            }
            case OBSOLETE_PACKET -> {
                return section.obsoletePacket(body, end, frame);
            }
            case SECTION_HEADER -> section.begin(body, end);
            case INTERFACE_DESCRIPTION -> section.describeInterface(body, end);
            case INTERFACE_STATISTICS -> section.statistics(body, end);
            default -> notes.skip(type);
        }
        return false;
    }

    @Override
    CaptureReader fork(Source stretch, long at) {
        return new PcapngReader(this, stretch, at);
    }

    @Override
    int state() {
        return section.state();
    }

    @Override
    int step() {
        return 4;
    }

    /** A packet block and three other blocks one behind the other, that each say their length twice. */
    @Override
    boolean isLikelyFrame(long first) throws IOException {
        long next = first;
        for (int blocks = 0; blocks < LIKELY_BLOCKS && next < source.size(); blocks++) {
            if (source.require(next, BLOCK_HEADER) < BLOCK_HEADER) {
                return false;
            }
            int at = source.indexOf(next);
            int type = i32(at);
            long length = u32(at + 4);
            boolean packet = type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == OBSOLETE_PACKET;
            boolean likely = (packet || blocks > 0) && length >= SMALLEST_BLOCK && (length & 3) == 0;
            if (!likely
                    || length > LARGEST_LOADED
                    || source.require(next + length - 4, 4) < 4
                    || u32(source.indexOf(next + length - 4)) != length) {
                return false;
            }
            next += length;
        }
        return true;
    }

    private boolean readByteOrder(int at) {
        int magic = source.window().getInt(at + BLOCK_HEADER);
        littleEndian = magic == Integer.reverseBytes(BYTE_ORDER_MAGIC);
        return littleEndian || magic == BYTE_ORDER_MAGIC;
    }

    private boolean stop(String fault) {
        warn(
                Code.CORRUPT_LENGTH,
                "The block at byte " + offset + " " + fault + "; the file is damaged from there. " + kept());
        return false;
    }

    @Override
    public String format() {
        return "pcapng";
    }

    @Override
    public String byteOrder() {
        return firstOrderLittle ? "little-endian" : "big-endian";
    }
}
