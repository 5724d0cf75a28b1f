package io.icmpscope.internal.analysis.finding.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.icmpscope.internal.analysis.finding.Merging;
import io.icmpscope.internal.analysis.finding.Pinned;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.report.AnalysisOptions;
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
class LinkRoomTest {

    @Test
    void theKindsAreTheseInTheOrderOfTheUsualList() {
        List<Rule> rules = List.of(
                new RogueRouterRule(),
                new SpoofedNeighborRule(),
                new DuplicateAddressRule(),
                new DeniedChecksRule(),
                new InvalidDiscoveryRule(),
                new NeighborScanRule(),
                new FloodOfRoutersRule(),
                new MalformedAdvertisementRule(),
                new InconsistentRoutersRule(),
                new RouterExpiryRule(),
                new DiscoveryFloodRule(),
                new ListenerAbuseRule());
        assertEquals(
                List.of(
                        "RA-ROGUE",
                        "ND-SPOOF",
                        "DAD-CONFLICT",
                        "DAD-DENIAL",
                        "ND-INVALID",
                        "ND-SCAN",
                        "RA-FLOOD",
                        "RA-MALFORMED",
                        "RA-INCONSISTENT",
                        "RA-EXPIRY",
                        "ND-FLOOD",
                        "MLD-ABUSE"),
                rules.stream().map(rule -> rule.kind().id()).toList());
    }

    private static Stream<Pinned> thresholds() throws IOException {
        return Pinned.table(LinkRoomTest.class, "thresholds.txt");
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    void whatIsMeasuredReachesAThresholdOfItsOwnValue(Pinned row) throws IOException {
        assertEquals(row, row.now());
    }

    @Test
    void whoTakesInAFoldTellsWhatItSaw() throws IOException {
        Merging.assertFold(LinkFold::new, ListenerSeen.class, "advertise6");
        Merging.assertFold(LinkFold::new, OwnerSeen.class, "advertise6");
        Merging.assertFold(LinkFold::new, Violation.class, "fragments6-nd");
    }

    /** Nearly all messages are echoes. */
    @Test
    void whoNeedsNoEchoesIsNotAsked() {
        AnalysisOptions options = AnalysisOptions.defaults();
        assertFalse(new LinkFold(options).takesEchoes());
    }
}
