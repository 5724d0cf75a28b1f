package io.icmpscope.internal.analysis.finding.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.internal.analysis.finding.Merging;
import io.icmpscope.internal.analysis.finding.Pinned;
import io.icmpscope.internal.analysis.finding.Rule;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for all rules and collectors of this room. The values in the table of thresholds are those of the table of what
 * the findings say, which were checked.
 */
class TunnelRoomTest {

    @Test
    void theKindsAreTheseInTheOrderOfTheUsualList() {
        List<Rule> rules = List.of(new TunnelRule(), new KnownTunnelRule(), new ExfiltrationRule(), new BigEchoRule());
        assertEquals(
                List.of("TUNNEL", "TUNNEL-KNOWN", "EXFILTRATION", "BIG-ICMP"),
                rules.stream().map(rule -> rule.kind().id()).toList());
    }

    private static Stream<Pinned> thresholds() throws IOException {
        return Pinned.table(TunnelRoomTest.class, "thresholds.txt");
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    void whatIsMeasuredReachesAThresholdOfItsOwnValue(Pinned row) throws IOException {
        assertEquals(row, row.now());
    }

    @Test
    void whoTakesInAFoldTellsWhatItSaw() throws IOException {
        Merging.assertFold(EchoDataFold::new, EchoDataSeen.class, "exfil4");
    }
}
