package io.icmpscope.bench;

import io.icmpscope.bench.peer.EchoCounts;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What other libraries of the JVM need for a small part of the answer: how many messages there are, and which echoes pair. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PeersBenchmark {

    /** Makes what JMH calls. */
    public PeersBenchmark() {}

    /**
     * Reads the capture.
     *
     * @param task what, and by whom
     * @param rate where to count
     * @return the counts
     * @throws IOException when it cannot be read
     */
    @Benchmark
    public EchoCounts echoes(PeerTask task, Rate rate) throws IOException {
        return task.count(rate);
    }
}
