package io.icmpscope.bench;

import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.echo.EchoFold;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketDecoder;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What pairing requests with their replies costs. The frames are decoded on the way: subtract {@link DecodeBenchmark}. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EchoBenchmark {

    /** Makes what JMH calls. */
    public EchoBenchmark() {}

    /**
     * Shows all messages to a new echo engine, and asks it what it makes of them.
     *
     * @param capture the frames
     * @param rate where to count
     * @return the pings, as the report has them
     */
    @Benchmark
    public EchoReport pairs(BenchmarkFrames capture, Rate rate) {
        AnalysisOptions options = AnalysisOptions.defaults();
        EchoFold fold = EchoFold.of(options);
        PacketDecoder decoder = new PacketDecoder();
        PacketView view = new PacketView();
        long lastTime = Frame.NO_TIME;
        for (Frame frame : capture.frames()) {
            lastTime = Math.max(lastTime, frame.timeNanos());
            for (boolean found = decoder.decode(frame, view); found; found = decoder.decodeMore(frame, view)) {
                if (view.isIcmp()) {
                    fold.see(view);
                }
            }
        }
        ReportDraft draft = new ReportDraft(options, lastTime);
        fold.contribute(draft);
        rate.add(capture);
        return draft.echo;
    }
}
