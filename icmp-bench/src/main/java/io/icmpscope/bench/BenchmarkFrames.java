package io.icmpscope.bench;

import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.capture.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A generated capture in memory, cut into frames once a trial, for the floors above the files. Not final: JMH. */
@State(Scope.Benchmark)
public class BenchmarkFrames {

    private static final long MEGABYTE = 1_000_000;

    /** What is in the capture. */
    @Param({"MIXED", "PINGS", "FAMILIES"})
    public CaptureKind capture = CaptureKind.MIXED;

    /** About how large it is. */
    @Param("16")
    public int megabytes = 16;

    private record Made(ByteBuffer bytes, List<Frame> frames, Truth truth) {}

    private @Nullable Made made;

    /** Makes what JMH fills in. */
    public BenchmarkFrames() {}

    /**
     * Generates the capture.
     *
     * @throws IOException when there is no room for it
     */
    @Setup(Level.Trial)
    public void generate() throws IOException {
        Path file = Files.createTempFile("icmpscope-bench-", ".capture");
        try {
            Truth truth = capture.ofSize(megabytes * MEGABYTE).generate(file);
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            made = new Made(bytes, cut(bytes), truth);
        } finally {
            Files.delete(file);
        }
    }

    private static List<Frame> cut(ByteBuffer bytes) throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (CaptureReader reader = CaptureFormats.open(Sources.of(bytes))) {
            for (Frame next = new Frame(); reader.next(next); next = new Frame()) {
                frames.add(next);
            }
        }
        return frames;
    }

    ByteBuffer bytes() {
        return made().bytes;
    }

    List<Frame> frames() {
        return made().frames;
    }

    Truth truth() {
        return made().truth;
    }

    private Made made() {
        Made known = made;
        if (known == null) {
            throw new IllegalStateException("no capture has been generated");
        }
        return known;
    }
}
