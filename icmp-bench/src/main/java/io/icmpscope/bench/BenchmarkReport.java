package io.icmpscope.bench;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The report of a generated capture, and what prints it. Not final: JMH. */
@State(Scope.Benchmark)
public class BenchmarkReport {

    /** What was in the capture. */
    @Param({"MIXED", "PINGS", "FAMILIES"})
    public CaptureKind capture = CaptureKind.MIXED;

    /** About how large the capture was. */
    @Param("16")
    public int megabytes = 16;

    private record Made(IcmpReport report, AdapterJson json) {}

    private @Nullable Made made;

    /** Makes what JMH fills in. */
    public BenchmarkReport() {}

    /**
     * Analyses a capture.
     *
     * @throws IOException when the adapter is not built; JMH prints it, and goes on
     * @throws ReflectiveOperationException when the adapter is not of this build
     */
    @Setup(Level.Trial)
    public void analyze() throws IOException, ReflectiveOperationException {
        BenchmarkFrames frames = new BenchmarkFrames();
        frames.capture = capture;
        frames.megabytes = megabytes;
        frames.generate();
        made = new Made(IcmpAnalyzer.analyze(frames.bytes(), AnalysisOptions.defaults()), AdapterJson.load());
    }

    /** Prints the report. */
    byte[] json() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        made().json.print(report(), out);
        return out.toByteArray();
    }

    IcmpReport report() {
        return made().report;
    }

    private Made made() {
        Made known = made;
        if (known == null) {
            throw new IllegalStateException("nothing has been analysed");
        }
        return known;
    }
}
