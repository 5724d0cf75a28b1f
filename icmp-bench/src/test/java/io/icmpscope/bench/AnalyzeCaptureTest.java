package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCaptureTest {

    @TempDir
    Path directory;

    private String file = "";

    @BeforeEach
    void generate() throws IOException {
        Path capture = directory.resolve("capture");
        CaptureKind.PINGS.ofSize(1_000_000).generate(capture);
        file = capture.toString();
    }

    @Test
    void everyWayInGivesTheSameTotals() throws IOException {
        IcmpReport mapped = AnalyzeCapture.of(List.of("mapped", file)).analyze();
        IcmpReport read = AnalyzeCapture.of(List.of("read", file)).analyze();
        IcmpReport stream = AnalyzeCapture.of(List.of("stream", file)).analyze();
        assertEquals(8547, mapped.totalPackets());
        assertEquals(mapped.echo(), read.echo());
        assertEquals(mapped.echo(), stream.echo());
    }

    @Test
    void theWordsSayWhatIsAnalysed() throws IOException {
        IcmpReport report = AnalyzeCapture.of(List.of("read", "--findings", "off", "--threads", "1", file))
                .analyze();
        assertEquals(0, report.findings().total());
        assertTrue(AnalyzeCapture.of(List.of("read", file)).analyze().findings().total() > 0);
    }

    @Test
    void theHeapInUseIsThatOfWhatIsKept() {
        byte[][] kept = new byte[1][];
        try (HeapWatch heap = HeapWatch.start()) {
            long before = heap.most();
            kept[0] = new byte[50_000_000];
            long after = heap.most();
            assertTrue(after - before > 40_000_000, () -> before + ", then " + after + " with " + kept[0].length);
        }
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        assertRefused("missing", List.of("mapped"));
        assertRefused("way in: mapped, read, stream, not backwards", List.of("backwards", file));
        assertRefused("--findings: on, off, not maybe", List.of("read", "--findings", "maybe", file));
        assertRefused("--threads: a number from 1 to", List.of("read", "--threads", "x", file));
        assertRefused("--threads: a number from 1 to", List.of("read", "--threads", "0", file));
        assertRefused("--speed", List.of("mapped", "--speed", "3", file));
        assertRefused("missing", List.of("mapped", "--threads", file));
    }

    private static void assertRefused(String named, List<String> words) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> AnalyzeCapture.of(words));
        assertTrue(String.valueOf(refusal.getMessage()).contains(named), refusal.getMessage());
    }
}
