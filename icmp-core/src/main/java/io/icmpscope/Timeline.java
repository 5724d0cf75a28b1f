package io.icmpscope;

import io.icmpscope.internal.bytes.Source;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.CaptureInput;
import io.icmpscope.internal.capture.CaptureMerge;
import io.icmpscope.internal.capture.Frames;
import io.icmpscope.report.Access;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Several captures that are analysed as one: rotated files, or those of several places, in any order.
 *
 * <p>Their frames are merged by time: of the frames that come next in each capture, the earliest; a frame without a time
 * directly behind the one before it in its capture. Frames of one time come in the order of their captures: that of the
 * captures' first frames, then of their names. A message in fragments, or a request and its reply, may lie in different
 * captures.
 *
 * <pre>{@code
 * Timeline timeline = Timeline.of(rotated).add("standard input", System.in);
 * IcmpReport report = IcmpAnalyzer.analyze(timeline, AnalysisOptions.defaults());
 * }</pre>
 *
 * <p>Files are opened at first for the time of their first frame, and once more when their turn comes: however many there
 * are, only those are open at once that overlap in time. For one thread, and one analysis.
 */
public final class Timeline {

    /** Gives the bytes of a capture as often as it is asked. */
    public interface Opening {

        /**
         * Opens the capture.
         *
         * @return its bytes from the first one, closed by who asked
         * @throws IOException when it is missing or cannot be read
         */
        InputStream open() throws IOException;
    }

    /** Hears how far the reading of the captures has come, and may end it. */
    public interface Progress {

        /**
         * Hears of progress. It is called on the thread that reads, at least once a MiB, of compressed files once a MiB
         * unpacked, before the last byte is analysed.
         *
         * @param bytes how many bytes of all captures together were read, as they are stored: of compressed files the
         *     compressed bytes; never less than before
         * @throws RuntimeException to end the reading, such as a {@link java.util.concurrent.CancellationException}; it is
         *     passed on to the caller of the analysis, when everything is closed
         */
        void at(long bytes);
    }

    /** Opens a capture in the way that the options ask for. */
    private interface Way {
        Source open(Access access) throws IOException;
    }

    private record Entry(String name, Way way, boolean reopens) {}

    private final List<Entry> entries = new ArrayList<>();
    private Progress progress = bytes -> {};
    private Workers workers = Workers.processors();
    private long bytesRead;

    private Timeline() {}

    /**
     * Begins with some files.
     *
     * @param captures regular files, in any order, or none yet
     * @return a timeline to which more can be added
     */
    public static Timeline of(List<Path> captures) {
        Objects.requireNonNull(captures, "captures");
        Timeline timeline = new Timeline();
        captures.forEach(capture ->
                timeline.add(Objects.requireNonNull(capture, "capture").toString(), capture));
        return timeline;
    }

    /**
     * Adds a file.
     *
     * @param name what its packets and warnings call it
     * @param capture a regular file
     * @return this
     */
    public Timeline add(String name, Path capture) {
        Objects.requireNonNull(capture, "capture");
        return add(new Entry(name, access -> Sources.open(capture, access), /* reopens= */ true));
    }

    /**
     * Adds a capture that is stored in a way of its own and can be opened again, such as a file in a compression that this
     * library does not read. It is opened twice.
     *
     * @param name what its packets and warnings call it
     * @param capture opens it
     * @return this
     */
    public Timeline add(String name, Opening capture) {
        Objects.requireNonNull(capture, "capture");
        return add(new Entry(
                name,
                access -> Sources.of(Objects.requireNonNull(capture.open(), () -> name + ": no stream was opened")),
                /* reopens= */ true));
    }

    /**
     * Adds a stream, which stays open until it was read to its end.
     *
     * @param name what its packets and warnings call it
     * @param capture the bytes of the capture from its start; closed with the analysis
     * @return this
     */
    public Timeline add(String name, InputStream capture) {
        Objects.requireNonNull(capture, "capture");
        return add(new Entry(name, access -> Sources.of(capture), /* reopens= */ false));
    }

    private Timeline add(Entry entry) {
        Objects.requireNonNull(entry.name, "name");
        entries.add(entry);
        return this;
    }

    /**
     * Has someone told how far the reading has come.
     *
     * @param listener hears of it, in place of whoever did before
     * @return this
     */
    public Timeline onProgress(Progress listener) {
        progress = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Says who does the work; {@link Workers#processors} if nobody says.
     *
     * @param others in place of those
     * @return this
     */
    public Timeline with(Workers others) {
        workers = Objects.requireNonNull(others, "others");
        return this;
    }

    Workers workers() {
        return workers;
    }

    /** Counts the bytes of a capture. A file is opened twice, but its bytes count once. */
    private final class Meter implements Source.Watch {
        private long farthest;

        @Override
        public void at(long offset) {
            bytesRead += Math.max(0, offset - farthest);
            farthest = Math.max(farthest, offset);
            progress.at(bytesRead);
        }
    }

    private CaptureInput.Opening opening(Entry entry, Access access) {
        Meter meter = new Meter();
        return () -> {
            Source source = entry.way.open(access);
            source.watch(meter);
            return source;
        };
    }

    /** Opens all captures, or the only one as if it stood alone. */
    Frames open(Access access) throws IOException {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("captures: none");
        }
        return entries.size() == 1
                ? CaptureFormats.open(opening(entries.get(0), access).open())
                : openAsSeveral(access);
    }

    /** Opens all captures as parts of a timeline, also the only one. */
    Frames openAsSeveral(Access access) throws IOException {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("captures: none");
        }
        return CaptureMerge.open(entries.stream()
                .map(entry -> new CaptureInput(entry.name, opening(entry, access), entry.reopens))
                .toList());
    }
}
