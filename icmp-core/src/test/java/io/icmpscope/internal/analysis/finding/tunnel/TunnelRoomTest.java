package io.icmpscope.internal.analysis.finding.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.internal.analysis.finding.Merging;
import io.icmpscope.internal.analysis.finding.RoomThresholds;
import io.icmpscope.internal.analysis.finding.Rule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What holds for all rules and collectors of this room. The values in the table of thresholds are those of the table of what
 * the findings say, which were checked.
 */
class TunnelRoomTest extends RoomThresholds {

    @Test
    void theKindsAreTheseInTheOrderOfTheUsualList() {
        List<Rule> rules = List.of(new TunnelRule(), new KnownTunnelRule(), new ExfiltrationRule(), new BigEchoRule());
        assertEquals(
                List.of("TUNNEL", "TUNNEL-KNOWN", "EXFILTRATION", "BIG-ICMP"),
                rules.stream().map(rule -> rule.kind().id()).toList());
    }

    @Test
    void whoTakesInAFoldTellsWhatItSaw() throws IOException {
        Merging.assertFold(EchoDataFold::new, EchoDataSeen.class, "exfil4");
    }
}
