package io.icmpscope.internal.analysis.finding.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.internal.analysis.finding.Merging;
import io.icmpscope.internal.analysis.finding.RoomThresholds;
import io.icmpscope.internal.analysis.finding.Rule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What holds for all rules and collectors of this room. The values in the table of thresholds are those of the table of what
 * the findings say, which were checked.
 */
class PacketRoomTest extends RoomThresholds {

    @Test
    void theKindsAreTheseInTheOrderOfTheUsualList() {
        List<Rule> rules = List.of(
                new PingOfDeathRule(),
                new FragmentOverlapRule(),
                new FragmentedErrorRule(),
                new TruncatedRule(),
                new ChecksumOffloadRule(),
                new BadChecksumRule(),
                new CaptureLossRule(),
                ClockRule.ofSteps(),
                ClockRule.ofDisorder(),
                new CodePointRule(),
                new QuoteBadRule(),
                new ErrorAboutErrorRule(),
                new MartianRule(),
                new LandRule(),
                new RoutingHeaderRule(),
                new ProtocolMismatchRule());
        assertEquals(
                List.of(
                        "PING-OF-DEATH",
                        "FRAGMENT-OVERLAP",
                        "FRAGMENTED-ERROR",
                        "TRUNCATED",
                        "CHECKSUM-OFFLOAD",
                        "BAD-CHECKSUM",
                        "CAPTURE-LOSS",
                        "CLOCK-STEP",
                        "NON-MONOTONIC",
                        "CODE-POINT",
                        "QUOTE-BAD",
                        "ERROR-ABOUT-ERROR",
                        "MARTIAN",
                        "LAND",
                        "ROUTING-HEADER-0",
                        "PROTOCOL-MISMATCH"),
                rules.stream().map(rule -> rule.kind().id()).toList());
    }

    @Test
    void halvesOfATallyAreTheWhole() throws IOException {
        Merging.assertTally(OddPackets::new, OddPacket.class, "advertise6");
        Merging.assertTally(OddPackets::new, ChecksumCounts.class, "headers6-cases");
        Merging.assertTally(OddPackets::new, OddPacket.class, "nmap4-os");
    }

    @ParameterizedTest
    @CsvSource({"nmap4-os, hosts with malformed messages"})
    void aFullTableIsNamed(String scene, String limit) throws IOException {
        assertTrue(Merging.limitsWithOneEntry(scene).contains("findings: " + limit));
    }
}
