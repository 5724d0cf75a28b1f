package io.icmpscope.bench;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.Workers;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.IcmpReport;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What findings cost: the whole analysis of a capture in memory, with them and without. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FindingsBenchmark {

    /** Makes what JMH calls. */
    public FindingsBenchmark() {}

    /**
     * Analyses a capture and judges it.
     *
     * @param capture its bytes
     * @param rate where to count
     * @return the report
     * @throws CaptureFormatException never
     */
    @Benchmark
    public IcmpReport with(BenchmarkFrames capture, Rate rate) throws CaptureFormatException {
        return report(capture, rate, true);
    }

    /**
     * Analyses a capture and leaves the judgement to the reader.
     *
     * @param capture its bytes
     * @param rate where to count
     * @return the report
     * @throws CaptureFormatException never
     */
    @Benchmark
    public IcmpReport without(BenchmarkFrames capture, Rate rate) throws CaptureFormatException {
        return report(capture, rate, false);
    }

    private static IcmpReport report(BenchmarkFrames capture, Rate rate, boolean findings)
            throws CaptureFormatException {
        rate.add(capture);
        return IcmpAnalyzer.analyze(
                capture.bytes(), AnalysisOptions.defaults().withFindings(findings), Workers.threads(1));
    }
}
