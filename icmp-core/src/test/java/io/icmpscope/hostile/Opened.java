package io.icmpscope.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.IcmpPackets;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Opens a capture as whoever was sent it does: by the front door, in a heap of 64 MiB, and not for ever. What a small one takes
 * is far below the 2 s that are wanted; the limit here is ten times that.
 */
final class Opened {

    static final AnalysisOptions ALL = AnalysisOptions.defaults().withMaxPackets(1_000);

    private static final Duration HANG = Duration.ofSeconds(20);

    /** For a million packets, which take up to 10 s of one processor. */
    private static final Duration HANG_OF_A_FLOOD = Duration.ofSeconds(100);

    private static final long SMALL = 64L << 20;

    private Opened() {}

    /** The report of a capture, which is the same by every way in; the messages one by one are those that it counts. */
    static IcmpReport report(byte[] capture) {
        heapIsSmall();
        return assertTimeoutPreemptively(HANG, () -> {
            IcmpReport heap = IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), ALL);
            assertEquals(heap, IcmpAnalyzer.analyze(new ByteArrayInputStream(capture), ALL));
            Path file = Files.createTempFile("hostile", ".capture");
            try {
                Files.write(file, capture);
                for (Access access : Access.values()) {
                    IcmpReport report = IcmpAnalyzer.analyze(file, ALL.withAccess(access));
                    assertEquals(heap, report.withOptions(ALL), access::toString);
                }
            } finally {
                Files.delete(file);
            }
            assertEquals(heap.icmpPackets(), oneByOne(capture));
            return heap;
        });
    }

    /** The report of a capture that is made while it is read. */
    static IcmpReport report(InputStream flood) {
        heapIsSmall();
        return assertTimeoutPreemptively(HANG_OF_A_FLOOD, () -> IcmpAnalyzer.analyze(flood, ALL));
    }

    /** Why a capture is refused. */
    static CaptureFormatException refusal(byte[] capture) {
        heapIsSmall();
        return assertTimeoutPreemptively(HANG, () -> {
            assertThrows(
                    CaptureFormatException.class, () -> IcmpAnalyzer.analyze(new ByteArrayInputStream(capture), ALL));
            return assertThrows(
                    CaptureFormatException.class, () -> IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), ALL));
        });
    }

    /** Holds that a report tells of one damage: what kind, and where in the file. */
    static void warned(IcmpReport report, Code code, long byteOffset) {
        List<CaptureWarning> warnings = report.capture().warnings().entries();
        assertEquals(1, warnings.size(), warnings::toString);
        assertEquals(code, warnings.get(0).code(), warnings::toString);
        assertEquals(byteOffset, warnings.get(0).byteOffset(), warnings::toString);
    }

    /** The sequence numbers of the listed echo messages. */
    static List<Integer> sequenceNumbers(IcmpReport report) {
        List<Integer> numbers = new ArrayList<>();
        report.packets().forEach(packet -> numbers.add(Objects.requireNonNull(packet.sequenceNumber())));
        return numbers;
    }

    private static long oneByOne(byte[] capture) throws IOException {
        try (IcmpPackets packets = IcmpAnalyzer.packets(new ByteArrayInputStream(capture), ALL)) {
            long count = 0;
            while (packets.next() != null) {
                count++;
            }
            return count;
        }
    }

    private static void heapIsSmall() {
        long heap = Runtime.getRuntime().maxMemory();
        assertTrue(heap <= SMALL, () -> "these tests need a JVM with -Xmx64m, not one with " + heap + " bytes of heap");
    }
}
