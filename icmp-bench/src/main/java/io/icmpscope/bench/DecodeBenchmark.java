package io.icmpscope.bench;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketDecoder;
import io.icmpscope.internal.packet.PacketView;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What finding the ICMP messages costs when the frames are cut already, and lie in memory. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecodeBenchmark {

    /** Makes what JMH calls. */
    public DecodeBenchmark() {}

    /**
     * Runs down the headers of all frames.
     *
     * @param capture the frames
     * @param rate where to count
     * @return how many ICMP messages there are
     */
    @Benchmark
    public long messages(BenchmarkFrames capture, Rate rate) {
        PacketDecoder decoder = new PacketDecoder();
        PacketView view = new PacketView();
        long messages = 0;
        for (Frame frame : capture.frames()) {
            for (boolean found = decoder.decode(frame, view); found; found = decoder.decodeMore(frame, view)) {
                messages += view.isIcmp() ? 1 : 0;
            }
        }
        rate.add(capture);
        return messages;
    }
}
