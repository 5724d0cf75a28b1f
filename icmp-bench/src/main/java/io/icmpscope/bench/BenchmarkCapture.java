package io.icmpscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A generated capture in a temporary file, made once a trial, thus just written and in the page cache. Not final: JMH. */
@State(Scope.Benchmark)
public class BenchmarkCapture {

    private static final long MEGABYTE = 1_000_000;

    /** What is in the file. */
    @Param({"MIXED", "PINGS", "MIXED_PCAPNG"})
    public CaptureKind capture = CaptureKind.MIXED;

    /** How it is read. */
    @Param({"MAPPED", "READ", "STREAM"})
    public WayIn access = WayIn.MAPPED;

    /** About how large it is. */
    @Param("64")
    public int megabytes = 64;

    private record Made(Path file, long bytes, Truth truth) {}

    private @Nullable Made made;

    /** Makes what JMH fills in. */
    public BenchmarkCapture() {}

    /**
     * Generates the capture.
     *
     * @throws IOException when there is no room for it
     */
    @Setup(Level.Trial)
    public void generate() throws IOException {
        Path file = Files.createTempFile("icmpscope-bench-", ".capture");
        file.toFile().deleteOnExit(); // JMH tears nothing down after a failure
        Truth truth = capture.ofSize(megabytes * MEGABYTE).generate(file);
        made = new Made(file, Files.size(file), truth);
    }

    /**
     * Deletes the capture.
     *
     * @throws IOException when it cannot be deleted
     */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.delete(file());
    }

    Path file() {
        return made().file;
    }

    long bytes() {
        return made().bytes;
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
