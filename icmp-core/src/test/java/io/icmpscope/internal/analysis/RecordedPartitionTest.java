package io.icmpscope.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Corpus;
import io.icmpscope.Lab;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link PartitionTest} holds of made-up traffic, of recorded captures. */
class RecordedPartitionTest {

    @Test
    void realProgramsAreReportedTheSameByAnyPartition() throws IOException {
        assertEquals(List.of(), differing(Lab.captures(), 5));
    }

    @Test
    void soAreTheCapturesOfOthers() throws IOException {
        Corpus.assumeThere();
        assertEquals(List.of(), differing(Corpus.files(), 1));
    }

    private static List<String> differing(List<Path> captures, int tries) throws IOException {
        Random random = new Random(42);
        List<String> differing = new ArrayList<>();
        for (Path file : captures) {
            byte[] capture = Files.readAllBytes(file);
            for (int i = 0; i < tries; i++) {
                int limit = i % 2 == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(10);
                AnalysisOptions options = i % 2 == 0 ? Parts.ALL : Parts.limited(limit, limit);
                try {
                    IcmpReport whole = Parts.whole(capture, options);
                    if (!whole.equals(Parts.merged(capture, options, 2 + random.nextInt(Parts.MOST - 1), random))) {
                        differing.add(file.getFileName() + " with limits of " + limit);
                    }
                } catch (CaptureFormatException refused) {
                    continue; // is no capture
                }
            }
        }
        return differing;
    }
}
