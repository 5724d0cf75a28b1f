package io.icmpscope.internal.analysis.finding.probe;

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
class ProbeRoomTest extends RoomThresholds {

    @Test
    void theKindsAreTheseInTheOrderOfTheUsualList() {
        List<Rule> rules = List.of(
                new SweepRule(),
                new UdpScanRule(),
                QueryRule.timestamp(),
                QueryRule.addressMask(),
                QueryRule.information(),
                new NmapOsRule(),
                new ToolRule(),
                new CovertFieldRule(),
                new TtlAnomalyRule(),
                new NodeInformationRule(),
                new RenumberingRule(),
                new RplRule());
        assertEquals(
                List.of(
                        "SWEEP",
                        "SCAN-UDP",
                        "PROBE-TIMESTAMP",
                        "PROBE-MASK",
                        "PROBE-INFORMATION",
                        "PROBE-NMAP-OS",
                        "PROBE-TOOL",
                        "COVERT-FIELD",
                        "TTL-ANOMALY",
                        "NODE-INFORMATION",
                        "ROUTER-RENUMBERING",
                        "RPL-ATTACK"),
                rules.stream().map(rule -> rule.kind().id()).toList());
    }

    @Test
    void halvesOfATallyAreTheWhole() throws IOException {
        Merging.assertTally(UnusedBytes::new, UnusedBytes.Found.class, ProbeHandmadeTest.scene("unused"));
        Merging.assertTally(RenumberingTally::new, RenumberingTally.Seen.class, ProbeHandmadeTest.scene("renumbering"));
        Merging.assertTally(Graphs::new, Graphs.Position.class, ProbeHandmadeTest.scene("graphs"));
    }

    @Test
    void whoTakesInAFoldTellsWhatItSaw() throws IOException {
        Merging.assertFold(UnreachablePorts::new, PortScan.class, "nmap4-udp");
    }
}
