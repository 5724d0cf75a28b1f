package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real captures of others, when they are at hand. */
class CorpusTest {

    private static final AnalysisOptions SOME = AnalysisOptions.defaults().withMaxPackets(2000);

    @BeforeAll
    static void findThem() {
        Corpus.assumeThere();
    }

    @Test
    void mappedReadStreamedAndInMemoryGiveOneAnswer() throws IOException {
        List<String> differing = new ArrayList<>();
        for (Path file : Corpus.files()) {
            String mapped = answer(() -> IcmpAnalyzer.analyze(file, SOME.withAccess(Access.MAPPED)));
            String read = answer(() -> IcmpAnalyzer.analyze(file, SOME.withAccess(Access.READ)));
            String streamed = answer(() -> IcmpAnalyzer.analyze(Files.newInputStream(file), SOME));
            byte[] bytes = Files.readAllBytes(file);
            String inMemory = answer(() -> IcmpAnalyzer.analyze(ByteBuffer.wrap(bytes), SOME));
            if (!mapped.equals(read.replace("access=READ", "access=MAPPED"))
                    || !mapped.equals(streamed)
                    || !mapped.equals(inMemory)) {
                differing.add(file.getFileName().toString());
            }
        }
        assertEquals(List.of(), differing);
    }

    @Test
    void aCutOrAChangedByteIsNeverAnException() throws IOException {
        Random random = new Random(42);
        int analyzed = 0;
        for (Path file : Corpus.files()) {
            byte[] whole = Files.readAllBytes(file);
            if (whole.length < 30 || whole.length > 100_000) {
                continue;
            }
            for (int i = 0; i < 20; i++) {
                byte[] bytes = whole.clone();
                for (int k = 0; k < 1 + i % 5; k++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                int length = i % 4 == 0 ? random.nextInt(bytes.length) : bytes.length;
                String what = file.getFileName() + ", try " + i;
                String answer =
                        answer(() -> IcmpAnalyzer.analyze(new ByteArrayInputStream(bytes, 0, length), SOME), what);
                analyzed += answer.startsWith("IcmpReport") ? 1 : 0;
            }
        }
        assertTrue(analyzed > 1000, "only " + analyzed + " were captures still");
    }

    private interface Analysis {
        Object run() throws IOException;
    }

    private static String answer(Analysis analysis) throws IOException {
        return answer(analysis, "");
    }

    /** The report, or the sentence of the refusal; nothing else may happen. */
    private static String answer(Analysis analysis, String what) throws IOException {
        try {
            return analysis.run().toString();
        } catch (CaptureFormatException refused) {
            return refused.kind() + " " + refused.offset() + " " + refused.getMessage();
        } catch (RuntimeException bug) {
            throw new AssertionError(what, bug);
        }
    }
}
