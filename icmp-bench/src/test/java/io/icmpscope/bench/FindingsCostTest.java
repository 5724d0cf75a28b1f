package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsCostTest {

    /** Which refuses reports that differ in more than the findings. */
    @Test
    void bothReportsAreComparedAndTheirCostIsPrinted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pings.pcap");
        CaptureKind.PINGS.ofSize(1_000_000).generate(file);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        FindingsCost.measure(file, 1, new PrintStream(printed, true, StandardCharsets.UTF_8));
        String line = printed.toString(StandardCharsets.UTF_8).trim();
        assertTrue(line.startsWith("without findings "), line);
        long found = IcmpAnalyzer.analyze(file).findings().total();
        assertEquals(found + " findings", line.substring(line.lastIndexOf("; ") + 2));
    }
}
