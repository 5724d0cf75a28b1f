package io.icmpscope.hostile;

import static io.icmpscope.hostile.FileChange.FILE_HEADER;
import static io.icmpscope.hostile.FileChange.PINGS;
import static io.icmpscope.hostile.FileChange.RECORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.Access;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files whose owner changes them when a MiB was read. Read by positions, the worst of it is a warning; mapped, a file that
 * loses bytes may take the JVM with it, as {@link Access#MAPPED} says, and nothing else does.
 */
@SmallHeap
class ChangingFilesTest {

    private static final long SIZE = FILE_HEADER + (long) PINGS * RECORD;
    private static final int[] THREADS = {1, 2};

    /** For 12 MiB in a JVM that has just started. */
    private static final Duration HANG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path capture;

    @BeforeEach
    void write() throws IOException {
        capture = folder.resolve("changing.pcap");
        Files.write(capture, FileChange.capture(PINGS, 1));
    }

    @ParameterizedTest
    @EnumSource(FileChange.class)
    void whatIsReadByPositionsIsAReportWhateverHappensToTheFile(FileChange change) throws IOException {
        for (int threads : THREADS) {
            write();
            IcmpReport report = assertTimeoutPreemptively(
                    HANG, () -> ChangedWhileRead.analyze(capture, change, Access.READ, threads));
            assertEquals(SIZE, report.capture().sizeBytes(), "the size is taken once");
            holds(change, report.icmpPackets(), report.capture());
        }
    }

    @ParameterizedTest
    @EnumSource(FileChange.class)
    void theMessagesOneByOneEndInGoodOrderToo(FileChange change) throws IOException {
        CaptureFacts facts =
                assertTimeoutPreemptively(HANG, () -> ChangedWhileRead.packets(capture, change, Access.READ));
        holds(change, 1_000, facts);
    }

    /** Of what does not shorten the file. */
    @ParameterizedTest
    @EnumSource(
            value = FileChange.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SHORTENED", "EMPTIED"})
    void aMappedFileThatKeepsItsSizeIsAReportToo(FileChange change) throws IOException {
        for (int threads : THREADS) {
            write();
            IcmpReport report = assertTimeoutPreemptively(
                    HANG, () -> ChangedWhileRead.analyze(capture, change, Access.MAPPED, threads));
            holds(change, report.icmpPackets(), report.capture());
        }
    }

    /** The hazard that {@link Access#MAPPED} tells of: in another JVM, of which this one must not learn by its own end. */
    @ParameterizedTest
    @EnumSource(
            value = FileChange.class,
            names = {"SHORTENED", "EMPTIED"})
    void aMappedFileThatLosesBytesEndsTheReadingOrTheJvmAndNeverHangs(FileChange change) throws Exception {
        for (int threads : THREADS) {
            write();
            String became = ChangedWhileRead.inAnotherJvm(capture, change, threads);
            assertTrue(became.equals("lost") || became.equals("aborted") || became.startsWith("read "), became);
            assertTrue(
                    !became.startsWith("read " + PINGS + " "), "what was not there any more was not read: " + became);
        }
    }

    /** So that the test above sees what it looks for. */
    @Test
    void theOtherJvmReadsAFileThatGrowsToTheSizeItHad() throws Exception {
        assertEquals(
                "read " + PINGS + " of " + SIZE + " bytes, warnings 0",
                ChangedWhileRead.inAnotherJvm(capture, FileChange.GROWN, 1));
    }

    private static void holds(FileChange change, long messages, CaptureFacts facts) {
        if (change.isHarmless()) {
            assertEquals(0, facts.warnings().total(), () -> "" + facts.warnings());
            assertTrue(messages == PINGS || messages == 1_000, () -> "messages: " + messages);
        } else if (change.shortens()) {
            CaptureWarning warning = facts.warnings().entries().get(0);
            assertEquals(1, facts.warnings().total());
            assertEquals(Code.SHORTENED, warning.code());
            assertTrue(warning.byteOffset() <= SIZE / 2, warning::toString);
            assertEquals(1 + (warning.byteOffset() - FILE_HEADER) / RECORD, warning.frame());
            assertTrue(messages >= 1_000 && messages < warning.frame(), () -> messages + " messages, " + warning);
        } else {
            assertTrue(messages >= 1_000 && messages <= PINGS, () -> "messages: " + messages);
            boolean good = change == FileChange.OVERWRITTEN_BY_PINGS_OF_OTHERS;
            assertEquals(good, facts.warnings().total() == 0, () -> "" + facts.warnings());
        }
    }
}
