package io.icmpscope;

import io.icmpscope.internal.analysis.Analysis;
import io.icmpscope.internal.analysis.Rules;
import io.icmpscope.internal.analysis.parallel.ParallelAnalysis;
import io.icmpscope.internal.bytes.Source;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.capture.Frames;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The front door: reads pcap and pcapng captures and says what their ICMP messages tell.
 *
 * <pre>{@code
 * IcmpReport report = IcmpAnalyzer.analyze(Path.of("ping.pcap"));
 * report.echo().sessions().entries().forEach(session -> System.out.println(session.lossPercent()));
 * }</pre>
 *
 * <p>All methods can be called from several threads at once; each call reads its own capture. A damaged capture gives a
 * report of what could be read, with warnings; only what is no capture at all is an exception.
 *
 * <p>Where bytes cannot be read any further, as of a stream that fails, an {@link IOException} ends the analysis, and what was
 * read before is lost; who wants to keep it goes through the {@linkplain #packets messages one by one}.
 *
 * <p>When the calling thread is interrupted, positional reads and streams end with an {@link IOException}, most often a
 * {@link java.nio.channels.ClosedByInterruptException}. What is mapped or in memory is read to its end by the calling thread
 * alone; but opening a file, mapping its next GiB and waiting for other threads end with an {@link IOException} there too. In
 * each case the thread stays interrupted.
 *
 * <p>A null, or a threshold that there is not, is refused with a {@link NullPointerException} or an
 * {@link IllegalArgumentException} that names it, before anything is opened or read; a stream stays open then. In all other
 * cases a stream is closed.
 */
public final class IcmpAnalyzer {

    /** Small enough for a cache and a small heap, large enough to be worth its beginning, which has to be guessed. */
    private static final int STRETCH_BYTES = 512 << 10;

    private static final int SMALLEST_SHARED = 8 * STRETCH_BYTES;

    /** In a smaller heap what is read ahead keeps the collector busy: measured at 16 MiB, two threads took longer than one. */
    private static final long SMALLEST_HEAP = 60L << 20;

    private IcmpAnalyzer() {}

    /**
     * Analyses a capture file with the {@linkplain AnalysisOptions#defaults() default options}.
     *
     * @param capture a regular file
     * @return the report
     * @throws CaptureFormatException when the file is no capture that can be read
     * @throws IOException when the file is missing, not a regular file or not readable
     */
    public static IcmpReport analyze(Path capture) throws IOException {
        return analyze(capture, AnalysisOptions.defaults());
    }

    /**
     * Analyses a capture file.
     *
     * @param capture a regular file
     * @param options what to list, how to read, and the limits
     * @return the report
     * @throws CaptureFormatException when the file is no capture that can be read
     * @throws IOException when the file is missing, not a regular file or not readable
     */
    public static IcmpReport analyze(Path capture, AnalysisOptions options) throws IOException {
        return analyze(capture, options, Workers.processors());
    }

    /**
     * Analyses a capture file.
     *
     * @param capture a regular file
     * @param options what to list, how to read, and the limits
     * @param workers who does the work
     * @return the report
     * @throws CaptureFormatException when the file is no capture that can be read
     * @throws IOException when the file is missing, not a regular file or not readable
     */
    public static IcmpReport analyze(Path capture, AnalysisOptions options, Workers workers) throws IOException {
        check(capture, options);
        Objects.requireNonNull(workers, "workers");
        return analyze(Sources.open(capture, options.access()), options, workers);
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
        check(capture, options);
        return analyze(Sources.of(capture), options, Workers.threads(1));
    }

    /**
     * Analyses a capture in memory, from the buffer's position to its limit. The buffer itself is not changed, and must
     * not be changed by others meanwhile.
     *
     * @param capture the bytes of the capture
     * @param options what to list, and the limits
     * @return the report
     * @throws CaptureFormatException when the bytes are no capture that can be read
     */
    public static IcmpReport analyze(ByteBuffer capture, AnalysisOptions options) throws CaptureFormatException {
        return analyze(capture, options, Workers.processors());
    }

    /**
     * Analyses a capture in memory, likewise.
     *
     * @param capture the bytes of the capture
     * @param options what to list, and the limits
     * @param workers who does the work
     * @return the report
     * @throws CaptureFormatException when the bytes are no capture that can be read
     */
    public static IcmpReport analyze(ByteBuffer capture, AnalysisOptions options, Workers workers)
            throws CaptureFormatException {
        check(capture, options);
        Objects.requireNonNull(workers, "workers");
        try {
            return analyze(Sources.of(capture), options, workers);
        } catch (CaptureFormatException notACapture) {
            throw notACapture;
        } catch (IOException impossible) {
            throw new AssertionError("reading memory failed", impossible);
        }
    }

    /**
     * Analyses several capture files as one {@linkplain Timeline timeline}, with the
     * {@linkplain AnalysisOptions#defaults() default options}.
     *
     * @param captures regular files in any order, at least one
     * @return the report; {@link IcmpReport#captures} is empty when there is only one
     * @throws CaptureFormatException when one of them is no capture that can be read; it says which
     * @throws IOException when one of them is missing, not a regular file or not readable; its message says which
     */
    public static IcmpReport analyze(List<Path> captures) throws IOException {
        return analyze(captures, AnalysisOptions.defaults());
    }

    /**
     * Analyses several capture files as one {@linkplain Timeline timeline}.
     *
     * @param captures regular files in any order, at least one
     * @param options what to list, how to read, and the limits
     * @return the report; {@link IcmpReport#captures} is empty when there is only one
     * @throws CaptureFormatException when one of them is no capture that can be read; it says which
     * @throws IOException when one of them is missing, not a regular file or not readable; its message says which
     */
    public static IcmpReport analyze(List<Path> captures, AnalysisOptions options) throws IOException {
        return analyze(Timeline.of(captures), options);
    }

    /**
     * Analyses several captures as one, files and streams.
     *
     * @param captures at least one capture
     * @param options what to list, how to read, and the limits
     * @return the report; {@link IcmpReport#captures} is empty when there is only one
     * @throws CaptureFormatException when one of them is no capture that can be read; it says which
     * @throws IOException when one of them cannot be read; its message says which
     */
    public static IcmpReport analyze(Timeline captures, AnalysisOptions options) throws IOException {
        checkAll(captures, options);
        return analyze(captures.open(options.access()), options, captures.workers());
    }

    private static IcmpReport analyze(Source source, AnalysisOptions options, Workers workers) throws IOException {
        return analyze(CaptureFormats.open(source), options, workers);
    }

    private static IcmpReport analyze(Frames frames, AnalysisOptions options, Workers workers) throws IOException {
        try (PacketPump pump = new PacketPump(frames)) {
            return workers.threads() > 1 && frames instanceof CaptureReader whole && isLarge(whole.source())
                    ? workers.run(helpers ->
                            ParallelAnalysis.run(pump, whole, options, workers.threads(), helpers, STRETCH_BYTES))
                    : Analysis.run(pump, options);
        }
    }

    /** Refuses a bad call before anything is opened. */
    private static void check(Object capture, AnalysisOptions options) {
        Objects.requireNonNull(capture, "capture");
        Rules.check(Objects.requireNonNull(options, "options"));
    }

    private static void checkAll(Timeline captures, AnalysisOptions options) {
        Objects.requireNonNull(captures, "captures");
        Rules.check(Objects.requireNonNull(options, "options"));
    }

    /** Whether it is worth while to begin threads, and whether there can be several. */
    private static boolean isLarge(Source source) {
        return source.hasStretches()
                && source.size() >= SMALLEST_SHARED
                && Runtime.getRuntime().maxMemory() >= SMALLEST_HEAP;
    }

    /**
     * Opens a capture file to go through its ICMP messages one by one.
     *
     * @param capture a regular file
     * @param options how to read; what it says about listing has no effect
     * @return the messages, to be closed by the caller
     * @throws CaptureFormatException when the file is no capture that can be read
     * @throws IOException when the file is missing, not a regular file or not readable
     */
    public static IcmpPackets packets(Path capture, AnalysisOptions options) throws IOException {
        check(capture, options);
        return packets(Sources.open(capture, options.access()), options);
    }

    /**
     * Opens a stream to go through its ICMP messages one by one, as they arrive.
     *
     * @param capture the bytes of the capture from its start
     * @param options what to link; what it says about listing has no effect
     * @return the messages, to be closed by the caller, which closes the stream
     * @throws CaptureFormatException when the bytes are no capture that can be read
     * @throws IOException when the stream cannot be read
     */
    public static IcmpPackets packets(InputStream capture, AnalysisOptions options) throws IOException {
        check(capture, options);
        return packets(Sources.of(capture), options);
    }

    /**
     * Opens several captures to go through their ICMP messages one by one, in the order of the {@linkplain Timeline
     * timeline}.
     *
     * @param captures at least one capture
     * @param options how to read; what it says about listing has no effect
     * @return the messages, to be closed by the caller
     * @throws CaptureFormatException when one of them is no capture that can be read; it says which
     * @throws IOException when one of them cannot be read; its message says which
     */
    public static IcmpPackets packets(Timeline captures, AnalysisOptions options) throws IOException {
        checkAll(captures, options);
        return new IcmpPackets(new PacketPump(captures.open(options.access())), options);
    }

    private static IcmpPackets packets(Source source, AnalysisOptions options) throws IOException {
        return new IcmpPackets(new PacketPump(CaptureFormats.open(source)), options);
    }
}
