package io.icmpscope.internal.analysis.finding.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.internal.analysis.finding.Wording;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that findings about tunnels, and of what else echo data carries, say. The display filter of each was given
 * to tshark, and what it shows compared with the counts, frames and times of the finding; where a filter shows more
 * frames than a finding counts, which of them it counts was not checked by another program yet. The sentences were read.
 */
class TunnelWordingTest {

    private static Stream<Wording> recordings() throws IOException {
        return Wording.table(TunnelWordingTest.class, "wording.txt");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void ofARecordingTheFindingsSayWhatTheTableSays(Wording row) throws IOException {
        assertEquals(row.lines(), row.now());
    }
}
