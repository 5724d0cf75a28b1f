package io.icmpscope.internal.analysis.finding.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.internal.analysis.finding.Circling;
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
class PathRoomTest extends RoomThresholds {

    @Test
    void theKindsAreTheseInTheOrderOfTheUsualList() {
        List<Rule> rules = List.of(
                UnreachableRule.host(),
                UnreachableRule.net(),
                new UnreachablePortRule(),
                new AdminProhibitedRule(),
                new RoutingLoopRule(),
                new TtlExpiredRule(),
                new TracerouteReconRule(),
                new PathMtuRule(),
                new BlackHoleRule(),
                new TinyMtuRule(),
                new RedirectRule(),
                new ReassemblyTimeoutRule(),
                new ParameterProblemRule(),
                new SourceQuenchRule(),
                new RateLimitedRule(),
                RouteOptionRule.source(),
                RouteOptionRule.record());
        assertEquals(
                List.of(
                        "UNREACHABLE-HOST",
                        "UNREACHABLE-NET",
                        "UNREACHABLE-PORT",
                        "ADMIN-PROHIBITED",
                        "ROUTING-LOOP",
                        "TTL-EXPIRED",
                        "TRACEROUTE-RECON",
                        "PMTU",
                        "PMTU-BLACKHOLE",
                        "PTB-TINY",
                        "REDIRECT",
                        "REASSEMBLY-TIMEOUT",
                        "PARAMETER-PROBLEM",
                        "SOURCE-QUENCH",
                        "RATE-LIMITED",
                        "SOURCE-ROUTE",
                        "RECORD-ROUTE"),
                rules.stream().map(rule -> rule.kind().id()).toList());
    }

    @Test
    void halvesOfATallyAreTheWhole() throws IOException {
        Merging.assertTally(TooBigTally::new, OddTooBig.class, "pmtu4-forged");
        Merging.assertTally(BadFieldTally::new, BadField.class, "scan6-alive");
        Merging.assertTally(RouteOptionTally::new, ChosenRoute.class, "ping4-record-route");
        Merging.assertTally(RedirectSignTally::new, RedirectSigns.class, "redirect4-several");
    }

    @Test
    void whoTakesInAFoldTellsWhatItSaw() throws IOException {
        Merging.assertFold(CircleFold::new, Circling.class, "loop4-inside");
        Merging.assertFold(ErrorPaceFold::new, ErrorPace.class, "refused4");
    }

    @ParameterizedTest
    @CsvSource({
        "parameter6, header fields that errors complain about",
        "mtr4-targets, echo requests that may circle between routers",
        "loop6, pairs of a sender of errors and its receiver"
    })
    void aFullTableIsNamed(String scene, String limit) throws IOException {
        assertTrue(Merging.limitsWithOneEntry(scene).contains("findings: " + limit));
    }
}
