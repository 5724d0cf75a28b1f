package io.icmpscope.bench;

import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketPump;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What going through a capture costs, floor by floor. It goes through the floors below the front door, because the lazy
 * iteration of the front door makes an object of every message, which is another question: {@link AnalyzeBenchmark}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WalkBenchmark {

    /** Makes what JMH calls. */
    public WalkBenchmark() {}

    /**
     * Cuts a capture into frames, and looks at none of them.
     *
     * @param capture what to read
     * @param rate where to count
     * @return how many frames there are
     * @throws IOException when it cannot be read
     */
    @Benchmark
    public long frames(BenchmarkCapture capture, Rate rate) throws IOException {
        Frame frame = new Frame();
        long frames = 0;
        try (CaptureReader reader = CaptureFormats.open(capture.access.open(capture.file()))) {
            while (reader.next(frame)) {
                frames++;
            }
        }
        rate.add(capture, frames);
        return frames;
    }

    /**
     * Finds the ICMP messages of a capture, and reads none of them.
     *
     * @param capture what to read
     * @param rate where to count
     * @return how many messages there are
     * @throws IOException when it cannot be read
     */
    @Benchmark
    public long messages(BenchmarkCapture capture, Rate rate) throws IOException {
        try (PacketPump pump = new PacketPump(CaptureFormats.open(capture.access.open(capture.file())))) {
            while (pump.next()) {
                // what counts them is the pump
            }
            rate.add(capture, pump.frames());
            return pump.messages();
        }
    }
}
