package io.icmpscope.bench;

import io.icmpscope.IcmpPackets;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** From the file to the answer, through the front door as every user goes. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AnalyzeBenchmark {

    /** Makes what JMH calls. */
    public AnalyzeBenchmark() {}

    /**
     * Analyses a capture with the default options.
     *
     * @param capture what to read
     * @param threads how many threads read it
     * @param rate where to count
     * @return the report
     * @throws IOException when it cannot be read
     */
    @Benchmark
    public IcmpReport report(BenchmarkCapture capture, Threads threads, Rate rate) throws IOException {
        IcmpReport report = capture.access.analyze(capture.file(), AnalysisOptions.defaults(), threads.workers());
        rate.add(capture, report.totalPackets());
        return report;
    }

    /**
     * Goes through all ICMP messages of a capture one by one, each an object with everything that it says.
     *
     * @param capture what to read
     * @param rate where to count
     * @return a sum over the messages, so that none of them can be left out
     * @throws IOException when it cannot be read
     */
    @Benchmark
    public long entries(BenchmarkCapture capture, Rate rate) throws IOException {
        long sum = 0;
        try (IcmpPackets packets = capture.access.packets(capture.file(), AnalysisOptions.defaults())) {
            for (PacketEntry entry = packets.next(); entry != null; entry = packets.next()) {
                sum += entry.frameNumber();
            }
            rate.add(capture, packets.totalPackets());
        }
        return sum;
    }
}
