package io.icmpscope.internal.analysis.finding.link;

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
class LinkRoomTest extends RoomThresholds {

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

    @Test
    void whoTakesInAFoldTellsWhatItSaw() throws IOException {
        Merging.assertFold(LinkFold::new, ListenerSeen.class, "advertise6");
        Merging.assertFold(LinkFold::new, OwnerSeen.class, "advertise6");
        Merging.assertFold(LinkFold::new, Violation.class, "fragments6-nd");
    }
}
