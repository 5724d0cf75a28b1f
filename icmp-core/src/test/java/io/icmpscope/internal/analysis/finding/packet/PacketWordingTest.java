package io.icmpscope.internal.analysis.finding.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.internal.analysis.finding.Wording;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that findings about odd packets say. The display filter of each was given to tshark, and what it shows
 * compared with the counts, frames and times of the finding; fragments were compared by their identification, offset and
 * length as tshark dissects them, and the frames of the findings are those. The sentences were read.
 */
class PacketWordingTest {

    private static Stream<Wording> recordings() throws IOException {
        return Wording.table(PacketWordingTest.class, "wording.txt");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void ofARecordingTheFindingsSayWhatTheTableSays(Wording row) throws IOException {
        assertEquals(row.lines(), row.now());
    }
}
