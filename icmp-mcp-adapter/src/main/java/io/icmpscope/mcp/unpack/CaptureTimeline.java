package io.icmpscope.mcp.unpack;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.Timeline;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several captures for one report, any of which may be stored as zstd or lz4 frames. Packed files are opened twice like
 * others, and are not open all at once. For one thread, and one analysis.
 */
public final class CaptureTimeline {

    private final Timeline timeline = Timeline.of(List.of());
    private final Map<String, UnpackedBytes> unpacked = new HashMap<>(); // as opened last

    /** Begins without captures. */
    public CaptureTimeline() {}

    /**
     * Adds a file.
     *
     * @param name the capture, as given
     * @param capture a regular file
     * @throws IOException when it is missing or not readable
     */
    public void add(String name, Path capture) throws IOException {
        Compression compression = Captures.compression(capture);
        if (compression == null) {
            timeline.add(name, capture);
        } else {
            timeline.add(name, () -> note(name, Captures.unpack(capture, compression)));
        }
    }

    /**
     * Adds a stream.
     *
     * @param name what it is called
     * @param capture the bytes of the capture from its start; closed with the analysis
     * @throws IOException when the stream cannot be read
     */
    public void add(String name, InputStream capture) throws IOException {
        PushbackInputStream stored = new PushbackInputStream(capture, Compression.MAGIC_BYTES);
        UnpackedBytes bytes = Captures.unpack(stored);
        timeline.add(name, bytes == null ? stored : note(name, bytes));
    }

    private InputStream note(String name, UnpackedBytes bytes) {
        unpacked.put(name, bytes);
        return bytes.stream();
    }

    /**
     * Analyses the captures as one.
     *
     * @param options what to list, how to read what is not packed, and the limits
     * @return the report
     * @throws CaptureFormatException when one of them is no capture that can be read; it says which
     * @throws IOException when one of them cannot be read; its message says which
     */
    public IcmpReport analyze(AnalysisOptions options) throws IOException {
        IcmpReport read = IcmpAnalyzer.analyze(timeline, options);
        return unpacked.isEmpty()
                ? read
                : read.withCaptures(read.captures().stream().map(this::describe).toList());
    }

    private CaptureFile describe(CaptureFile read) {
        UnpackedBytes bytes = unpacked.get(read.name());
        return bytes == null
                ? read
                : new CaptureFile(read.name(), read.firstFrame(), read.totalPackets(), bytes.describe(read.facts()));
    }
}
