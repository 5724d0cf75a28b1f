package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCaptureTest {

    @TempDir
    Path directory;

    @Test
    void theWordsSayWhatIsGenerated() throws IOException {
        Path commanded = directory.resolve("commanded");
        Path direct = directory.resolve("direct");
        Truth truth = GenerateCapture.generate(List.of(
                "pings", "--format", "pcapng", "--packets", "300", "--sessions", "9", "--seed", "5", "" + commanded));
        assertEquals(300, truth.totalPackets());
        assertEquals(9, truth.sessions().size());
        new CaptureSpec(TrafficKind.PINGS, CaptureFormat.PCAPNG, 300, 9, 5).generate(direct);
        assertArrayEquals(Files.readAllBytes(direct), Files.readAllBytes(commanded));
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        assertRefused("kind", List.of());
        assertRefused("packets", List.of("mixed", "out"));
        assertRefused("output file", List.of("mixed", "--packets", "3"));
        assertRefused("--speed", List.of("mixed", "--speed", "3", "out"));
        assertRefused("kind: mixed, pings, sweep, families, not noise", List.of("noise", "--packets", "3", "out"));
    }

    private static void assertRefused(String named, List<String> words) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> GenerateCapture.generate(words));
        assertTrue(String.valueOf(refusal.getMessage()).contains(named), refusal.getMessage());
    }
}
