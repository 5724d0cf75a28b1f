package io.icmpscope.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What it costs to make a record of a message, family by family. One operation is one message. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingBenchmark {

    /** Makes what JMH calls. */
    public ReadingBenchmark() {}

    /**
     * Reads the messages of a family.
     *
     * @param messages their bytes
     * @param records where the records go, so that none of them can be left out
     */
    @Benchmark
    @OperationsPerInvocation(BenchmarkMessages.COUNT)
    public void records(BenchmarkMessages messages, Blackhole records) {
        for (int i = 0; i < BenchmarkMessages.COUNT; i++) {
            records.consume(messages.read(i));
        }
    }
}
