package io.icmpscope.mcp.command;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.json.JsonWriter;
import io.icmpscope.mcp.json.ReportJson;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Has a second thread load the classes that an answer needs, by an answer about a capture without packets: of what a small
 * capture takes, loading is the most.
 */
final class Preload {

    private static final String NO_PACKETS = "d4c3b2a1 0200 0400 00000000 00000000 00000400 01000000";

    private Preload() {}

    /** Begins, where there is another processor to do it. */
    static void start() {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = new Thread(Preload::answer, "preload");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void answer() {
        byte[] capture = HexFormat.of().parseHex(NO_PACKETS.replace(" ", ""));
        try {
            new JsonWriter(OutputStream.nullOutputStream())
                    .line(ReportJson.brief(
                            "",
                            IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), AnalysisOptions.defaults()),
                            Instant.EPOCH));
        } catch (IOException | RuntimeException unexpected) {
            return; // who needs the answer in earnest will tell
        }
    }
}
