package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.internal.analysis.finding.Wording;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that findings about floods say. The display filter of each was given to tshark, and what it shows compared
 * with the counts, frames and times of the finding; the requests and errors of each second were counted by tshark, those
 * seconds taken that reach the threshold, and their bytes on the wire added up. The sentences were read.
 */
class FloodWordingTest {

    private static Stream<Wording> recordings() throws IOException {
        return Wording.table(FloodWordingTest.class, "wording.txt");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void ofARecordingTheFindingsSayWhatTheTableSays(Wording row) throws IOException {
        assertEquals(row.lines(), row.now());
    }
}
