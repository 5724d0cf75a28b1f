package io.icmpscope.mcp.unpack;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.Timeline;
import io.icmpscope.Workers;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The door of the library for captures that may be stored as zstd or lz4 frames: one capture, or several as one timeline.
 * Packed files of several are opened twice like others, and are not open all at once. For one thread, and one reading.
 */
public final class CaptureTimeline {

    private final Timeline timeline = Timeline.of(List.of());
    private final Map<String, UnpackedBytes> unpacked = new HashMap<>(); // as opened last

    /** Begins without captures. */
    public CaptureTimeline() {}

    /**
     * Begins with a file.
     *
     * @param capture a regular file
     * @return a timeline of this capture alone
     * @throws IOException when it is missing or not readable
     */
    public static CaptureTimeline of(Path capture) throws IOException {
        return new CaptureTimeline().add(capture.toString(), capture);
    }

    /**
     * Begins with a stream.
     *
     * @param capture the bytes of the capture from its start; closed when they are read
     * @return a timeline of this capture alone
     * @throws IOException when the stream cannot be read
     */
    public static CaptureTimeline of(InputStream capture) throws IOException {
        return new CaptureTimeline().add("-", capture);
    }

    /**
     * Adds a file.
     *
     * @param name the capture, as given
     * @param capture a regular file
     * @return this
     * @throws IOException when it is missing or not readable
     */
    public CaptureTimeline add(String name, Path capture) throws IOException {
        Compression compression = compression(capture);
        if (compression == null) {
            timeline.add(name, capture);
        } else {
            timeline.add(name, () -> {
                PackedBytes packed = new PackedBytes(Files.newInputStream(capture), Files.size(capture));
                return note(name, UnpackedBytes.open(compression, packed));
            });
        }
        return this;
    }

    /**
     * Adds a stream.
     *
     * @param name what it is called
     * @param capture the bytes of the capture from its start; closed when they are read
     * @return this
     * @throws IOException when the stream cannot be read
     */
    public CaptureTimeline add(String name, InputStream capture) throws IOException {
        PushbackInputStream stored = new PushbackInputStream(capture, Compression.MAGIC_BYTES);
        byte[] start = stored.readNBytes(Compression.MAGIC_BYTES);
        stored.unread(start);
        Compression compression = Compression.of(start);
        timeline.add(
                name,
                compression == null ? stored : note(name, UnpackedBytes.open(compression, new PackedBytes(stored))));
        return this;
    }

    private static @Nullable Compression compression(Path capture) throws IOException {
        try (InputStream start = Files.newInputStream(capture)) {
            return Compression.of(start.readNBytes(Compression.MAGIC_BYTES));
        }
    }

    private InputStream note(String name, UnpackedBytes bytes) {
        unpacked.put(name, bytes);
        return bytes.stream();
    }

    /**
     * Has someone told how far the reading has come, who may end it.
     *
     * @param listener hears of the stored bytes that were read
     * @return this
     */
    public CaptureTimeline onProgress(Timeline.Progress listener) {
        timeline.onProgress(new StoredProgress(listener));
        return this;
    }

    /**
     * Has the calling thread read alone, as is fair where others do the same at the same time.
     *
     * @return this
     */
    public CaptureTimeline onOneThread() {
        timeline.with(Workers.threads(1));
        return this;
    }

    /** The library sees packed captures unpacked: takes back what they have grown by. */
    private final class StoredProgress implements Timeline.Progress {
        private final Timeline.Progress listener;
        private long told;

        StoredProgress(Timeline.Progress listener) {
            this.listener = listener;
        }

        @Override
        public void at(long bytes) {
            long grown =
                    unpacked.values().stream().mapToLong(UnpackedBytes::grownBy).sum();
            told = Math.max(told, bytes - grown);
            listener.at(told);
        }
    }

    /**
     * Analyses the captures, several as one.
     *
     * @param options what to list, how to read what is not packed, and the limits
     * @return the report
     * @throws CaptureFormatException when one of them is no capture that can be read; of several it says which
     * @throws IOException when one of them cannot be read; of several its message says which
     */
    public IcmpReport analyze(AnalysisOptions options) throws IOException {
        IcmpReport read = IcmpAnalyzer.analyze(timeline, options);
        if (!read.captures().isEmpty()) {
            return read.withCaptures(
                    read.captures().stream().map(this::describe).toList());
        }
        for (UnpackedBytes only : unpacked.values()) {
            return only.describe(read);
        }
        return read;
    }

    /**
     * Opens the captures to go through their ICMP messages one by one.
     *
     * @param options how to read what is not packed
     * @return the messages, to be closed by the caller
     * @throws CaptureFormatException when one of them is no capture that can be read
     * @throws IOException when one of them cannot be read
     */
    public CapturePackets packets(AnalysisOptions options) throws IOException {
        return new CapturePackets(IcmpAnalyzer.packets(timeline, options), unpacked);
    }

    private CaptureFile describe(CaptureFile read) {
        UnpackedBytes bytes = unpacked.get(read.name());
        return bytes == null
                ? read
                : new CaptureFile(read.name(), read.firstFrame(), read.totalPackets(), bytes.describe(read.facts()));
    }
}
