package io.icmpscope.internal.analysis.parallel;

import io.icmpscope.internal.analysis.Analysis;
import io.icmpscope.internal.analysis.Partial;
import io.icmpscope.internal.analysis.collect.AskingHost;
import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.packet.PacketBatch;
import io.icmpscope.internal.packet.PacketCopies;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketStretch;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Analyses one capture with several threads. The calling one joins what the others have read ahead, stretch by stretch in the
 * order of the capture; what does not continue the stretches before is read again by it. The messages are folded in lanes, all
 * of one asking host in one of them. So the report is that of one thread.
 */
public final class ParallelAnalysis {

    private static final int COPIES = 1_000; // of messages that had to be read again, in one batch

    private final PacketPump pump;
    private final CaptureReader whole;
    private final int stretchBytes;
    private final int mostOpen;
    private final Lane[] lanes;
    private final Crew crew;
    private final Deque<Ahead> ahead = new ArrayDeque<>();
    private final AtomicInteger folding = new AtomicInteger(); // batches
    private long nextFrom;
    private int taken;

    ParallelAnalysis(
            PacketPump pump, CaptureReader whole, AnalysisOptions options, Crew crew, int threads, int stretchBytes) {
        this.pump = pump;
        this.whole = whole;
        this.crew = crew;
        this.stretchBytes = stretchBytes;
        this.mostOpen =
                (int) Math.max(2, Math.min(4L * threads, Runtime.getRuntime().maxMemory() / stretchBytes / 8));
        this.lanes = new Lane[lanes(threads, options)];
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane] = new Lane(lane, new Partial(options));
        }
    }

    /** Each lane may come to its limits, so there are no more than the heap has room for. */
    private static int lanes(int threads, AnalysisOptions options) {
        long room = Runtime.getRuntime().maxMemory() / options.limits().heapBytes();
        return (int) Math.max(1, Math.min(threads, room));
    }

    /**
     * Reads a capture to its end and sums it up.
     *
     * @param pump the capture, before its first message
     * @param whole the capture that the pump reads, which is its only one
     * @param options what to list, and the limits
     * @param threads how many work at the same time, the calling one included; at least 2
     * @param executor where the others come from; whatever it does with what it is given, all work is done
     * @param stretchBytes how long the stretches are that are read ahead
     * @return the report
     * @throws IOException when the bytes cannot be read
     */
    public static IcmpReport run(
            PacketPump pump,
            CaptureReader whole,
            AnalysisOptions options,
            int threads,
            Executor executor,
            int stretchBytes)
            throws IOException {
        try (Crew crew = new Crew(threads, executor)) {
            ParallelAnalysis analysis = new ParallelAnalysis(pump, whole, options, crew, threads, stretchBytes);
            return Analysis.report(pump, analysis.part(), options);
        }
    }

    /** How many stretches continued those before, so that nobody had to read them again. */
    int taken() {
        return taken;
    }

    Partial part() throws IOException {
        nextFrom = stretchBytes;
        walk(nextFrom); // it says what is in the rest
        while (!pump.hasEnded()) {
            lookAhead();
            Ahead next = ahead.poll();
            if (next == null) {
                walk(Long.MAX_VALUE);
            } else {
                crew.workUntil(next::isDone);
                join(next);
            }
        }
        crew.workUntil(() -> folding.get() == 0);
        Partial all = lanes[0].part();
        for (int lane = 1; lane < lanes.length; lane++) {
            all.merge(lanes[lane].part());
        }
        return all;
    }

    private void lookAhead() {
        while (whole.source().hasStretches() && nextFrom < whole.source().size() && ahead.size() < mostOpen / 2) {
            Ahead next = new Ahead(whole.snapshot(), nextFrom, nextFrom + stretchBytes, this::lane);
            nextFrom += stretchBytes;
            ahead.add(next);
            crew.add(next::read);
        }
    }

    private void join(Ahead next) throws IOException {
        PacketStretch stretch = next.stretch();
        if (stretch != null && pump.take(whole, stretch)) {
            taken++;
            fold(stretch);
        } else {
            next.close();
            walk(next.to);
        }
    }

    /** Reads in order up to an offset. */
    private void walk(long to) throws IOException {
        PacketCopies copies = new PacketCopies(this::lane);
        while (pump.nextEventBefore(whole, to)) {
            copies.add(pump.view());
            if (copies.count() == COPIES) {
                fold(copies);
                copies = new PacketCopies(this::lane);
            }
        }
        fold(copies);
    }

    private void fold(PacketBatch batch) throws IOException {
        crew.workUntil(() -> folding.get() < mostOpen / 2);
        folding.incrementAndGet();
        Lane.Shared shared = new Lane.Shared(batch, lanes.length, () -> folded(batch));
        for (Lane lane : lanes) {
            lane.add(shared, crew);
        }
    }

    private void folded(PacketBatch batch) {
        try {
            batch.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // only memory is given back
        }
        folding.decrementAndGet();
        crew.tell();
    }

    private int lane(PacketView view) {
        return lanes.length == 1
                ? 0
                : Math.floorMod((AskingHost.of(view).hashCode() * 0x9E37_79B9) >>> 8, lanes.length);
    }
}
