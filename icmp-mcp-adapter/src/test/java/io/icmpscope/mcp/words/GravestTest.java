package io.icmpscope.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.FoundByHand;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.Listing;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GravestTest {

    @Test
    void whereNothingIsAboveInfoTheFindingsAreCounted() {
        assertEquals(List.of("There are no findings."), of().sentences(3));
        assertEquals(
                List.of("There is 1 finding, of severity info."),
                of(Severity.INFO).sentences(3));
        assertEquals(
                List.of("There are 2 findings, all of severity info."),
                of(Severity.INFO, Severity.INFO).sentences(3));
        Gravest cut = new Gravest(new Listing<>(List.of(FoundByHand.loss(Severity.INFO)), 1_999));
        assertEquals(List.of("There are 2,000 findings, all of severity info."), cut.sentences(3));
    }

    @Test
    void oneIsASentenceWithItsSeverity() {
        assertEquals(
                List.of("Finding (critical): 30 % of a ping was lost."),
                of(Severity.CRITICAL, Severity.INFO).sentences(3));
    }

    @Test
    void ofMoreTheFirstThreeAreToldAndTheOthersCounted() {
        assertEquals(
                List.of(
                        "Finding (high): 30 % of a ping was lost.",
                        "Finding (medium): 30 % of a ping was lost.",
                        "Finding (medium): 30 % of a ping was lost; and 2 more above info."),
                of(Severity.HIGH, Severity.MEDIUM, Severity.MEDIUM, Severity.LOW, Severity.LOW, Severity.INFO)
                        .sentences(3));
    }

    @Test
    void whereThereIsRoomForOneTheOthersAreCounted() {
        assertEquals(
                List.of("Finding (high): 30 % of a ping was lost; and 1 more above info."),
                of(Severity.HIGH, Severity.LOW).sentences(1));
    }

    @Test
    void whatIsNotListedMayBeAboveInfo() {
        Finding grave = FoundByHand.loss(Severity.HIGH);
        assertEquals(
                List.of("Finding (high): 30 % of a ping was lost; and at least 1 more above info."),
                new Gravest(new Listing<>(List.of(grave, grave), 7)).sentences(1));
    }

    @Test
    void onlyTheGravestThreeTellInPlaceOfAnotherSentence() {
        assertTrue(of(Severity.LOW).tell("LOSS"));
        assertFalse(of(Severity.LOW).tell("DAD-"));
        assertFalse(of(Severity.INFO).tell("LOSS"));
    }

    private static Gravest of(Severity... severities) {
        return new Gravest(
                Listing.whole(Arrays.stream(severities).map(FoundByHand::loss).toList()));
    }
}
