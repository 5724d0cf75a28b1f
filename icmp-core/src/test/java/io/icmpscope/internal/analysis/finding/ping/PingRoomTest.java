package io.icmpscope.internal.analysis.finding.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.internal.analysis.finding.RoomThresholds;
import io.icmpscope.internal.analysis.finding.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What holds for all rules and collectors of this room. The values in the table of thresholds are those of the table of what
 * the findings say, which were checked.
 */
class PingRoomTest extends RoomThresholds {

    @Test
    void theKindsAreTheseInTheOrderOfTheUsualList() {
        List<Rule> rules = List.of(
                new LossRule(),
                new LatencyRule(),
                AnswerRule.late(),
                AnswerRule.duplicates(),
                AnswerRule.reordered(),
                new OneWayRule(),
                new CopiesRule());
        assertEquals(
                List.of("LOSS", "LATENCY", "LATE", "DUPLICATES", "REORDERED", "ONE-WAY", "CAPTURE-COPIES"),
                rules.stream().map(rule -> rule.kind().id()).toList());
    }
}
