package io.icmpscope.report;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the capture itself is: its format, its interfaces, its span of time, and what is missing or damaged in it.
 *
 * @param format {@code "pcap"} or {@code "pcapng"}
 * @param byteOrder {@code "little-endian"} or {@code "big-endian"}, of the first section
 * @param compressed whether the capture is stored compressed
 * @param sizeBytes how many bytes it has, as stored
 * @param interfaces the interfaces, in the order of the file
 * @param firstTime the earliest time stamp, or null when no frame has one
 * @param lastTime the latest time stamp, or null when no frame has one
 * @param truncatedFrames frames of which fewer bytes were kept than the packet had
 * @param incompleteFragments first fragments of ICMP messages that were not joined, not even with those in other captures
 *     of a timeline
 * @param unsupportedLinkTypes link types that are not decoded, with their frames
 * @param skippedBlocks blocks of a pcapng file that hold no packets and were passed over, by type
 * @param comments comments that the capture carries, untrusted text
 * @param warnings what is damaged, in the order of the file
 */
public record CaptureFacts(
        String format,
        String byteOrder,
        boolean compressed,
        long sizeBytes,
        Listing<CaptureInterface> interfaces,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        long truncatedFrames,
        long incompleteFragments,
        List<UnsupportedLinkType> unsupportedLinkTypes,
        List<SkippedBlocks> skippedBlocks,
        Listing<String> comments,
        Listing<CaptureWarning> warnings)
        implements Serializable {

    /** Keeps copies of the lists. */
    public CaptureFacts {
        unsupportedLinkTypes = List.copyOf(unsupportedLinkTypes);
        skippedBlocks = List.copyOf(skippedBlocks);
    }

    /**
     * Sums up several captures as one. What describes a file is that of the first: format, byte order, compression, size,
     * interfaces, blocks passed over and comments. What describes frames is of all of them: times, cut frames, fragments,
     * link types; and so are the warnings, which name their file.
     *
     * @param captures the captures in the order of the timeline, at least one
     * @return the facts of the timeline
     */
    public static CaptureFacts ofTimeline(List<CaptureFile> captures) {
        return TimelineFacts.of(captures);
    }

    /**
     * Returns these facts with another number of incomplete fragments.
     *
     * @param incompleteFragments first fragments of messages whose rest is in no capture
     * @return the changed facts
     */
    public CaptureFacts withIncompleteFragments(long incompleteFragments) {
        return with(incompleteFragments, warnings);
    }

    /**
     * Returns these facts with other warnings.
     *
     * @param warnings what is damaged
     * @return the changed facts
     */
    public CaptureFacts withWarnings(Listing<CaptureWarning> warnings) {
        return with(incompleteFragments, warnings);
    }

    private CaptureFacts with(long otherIncompleteFragments, Listing<CaptureWarning> otherWarnings) {
        return new CaptureFacts(
                format,
                byteOrder,
                compressed,
                sizeBytes,
                interfaces,
                firstTime,
                lastTime,
                truncatedFrames,
                otherIncompleteFragments,
                unsupportedLinkTypes,
                skippedBlocks,
                comments,
                otherWarnings);
    }

    /**
     * Returns the time between the earliest and the latest frame.
     *
     * @return zero or more, or null when no frame has a time
     */
    public @Nullable Duration duration() {
        return firstTime == null || lastTime == null ? null : Duration.between(firstTime, lastTime);
    }

    /**
     * Blocks of one type that were passed over, whatever they hold.
     *
     * @param blockType the pcapng block type, 4 for name resolution, 10 for decryption secrets
     * @param count how many
     */
    public record SkippedBlocks(int blockType, long count) implements Serializable {}

    /**
     * A link type that is not decoded.
     *
     * @param linkType its LINKTYPE number
     * @param name its name where it has a known one, else {@code "LINKTYPE n"}
     * @param frames how many frames have it
     */
    public record UnsupportedLinkType(int linkType, String name, long frames) implements Serializable {}
}
