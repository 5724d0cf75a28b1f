package io.icmpscope.internal.analysis.parallel;

import io.icmpscope.internal.analysis.Analysis;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

/** What several threads made of a capture, and how many of its stretches they could take as they were read. */
record Together(IcmpReport report, int taken) {

    /** More than a test ever has, and everything listed; with room for 8 lanes in any heap. */
    static final AnalysisOptions ALL = AnalysisOptions.defaults()
            .withMaxPackets(1_000)
            .withSeries(3)
            .withLimits(Limits.defaults().dividedBy(8));

    /** What one thread makes of it. */
    static IcmpReport alone(byte[] capture) throws IOException {
        try (PacketPump pump = new PacketPump(open(capture))) {
            return Analysis.run(pump, ALL);
        }
    }

    static Together of(byte[] capture, int threads, Executor executor, int stretchBytes) throws IOException {
        CaptureReader whole = open(capture);
        try (PacketPump pump = new PacketPump(whole);
                Crew crew = new Crew(threads, executor)) {
            ParallelAnalysis analysis = new ParallelAnalysis(pump, whole, ALL, crew, threads, stretchBytes);
            return new Together(Analysis.report(pump, analysis.part(), ALL), analysis.taken());
        }
    }

    private static CaptureReader open(byte[] capture) throws IOException {
        return CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture)));
    }
}
