package io.icmpscope.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to print a report as JSON. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JsonBenchmark {

    /** Makes what JMH calls. */
    public JsonBenchmark() {}

    /**
     * Prints a report.
     *
     * @param report the report
     * @return its JSON in UTF-8
     * @throws IOException never
     */
    @Benchmark
    public byte[] report(BenchmarkReport report) throws IOException {
        return report.json();
    }
}
