package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.asks;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.has;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.targetIs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeighborScanRuleTest {

    /** Questions for so many addresses, each a step behind the one before. */
    private static LinkFrames asked(int count, int step, double apart) {
        LinkFrames link = new LinkFrames();
        for (int i = 0; i < count; i++) {
            link.at(i * apart, MAC_A, A, "ff02::1:ff00:1", asks("2001:db8::%x".formatted(1 + i * step)));
        }
        return link;
    }

    @Test
    void sixtyFourAddressesInARowAreAScan() throws IOException {
        Finding found = asked(64, 1, 0.1).judged().only("ND-SCAN");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(64, found.evidence().measured().value());
    }

    @Test
    void sixtyThreeAreNone() throws IOException {
        assertEquals(List.of(), asked(63, 1, 0.1).judged().of("ND-SCAN"));
    }

    @Test
    void sixtyFourThatTakeMoreThanAMinuteAreNone() throws IOException {
        assertEquals(List.of(), asked(64, 1, 1).judged().of("ND-SCAN"));
    }

    @Test
    void whereAnswersMayNotBeSeenItIsLow() throws IOException {
        assertEquals(Severity.LOW, asked(64, 256, 0.1).judged().only("ND-SCAN").severity());
    }

    @Test
    void whoAsksAgainGotNoAnswer() throws IOException {
        LinkFrames link = asked(64, 256, 0.1);
        for (int i = 0; i < 64; i++) {
            link.at(7 + i * 0.1, MAC_A, A, "ff02::1:ff00:1", asks("2001:db8::%x".formatted(1 + i * 256)));
        }
        assertEquals(Severity.MEDIUM, link.judged().only("ND-SCAN").severity());
    }

    @Test
    void aHundredNeighboursThatAnswerAreNone() throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 1; i <= 100; i++) {
            String target = "2001:db8::%x".formatted(i);
            link.at(i * 0.1, MAC_A, A, "ff02::1:ff00:1", asks(target))
                    .at(i * 0.1 + 0.01, MAC_B, target, A, has(target, "60", targetIs(MAC_B)));
        }
        assertEquals(List.of(), link.judged().of("ND-SCAN"));
    }

    @Test
    void aFastScanIsNotToldAsAFloodToo() throws IOException {
        Judged judged = asked(100, 1, 0.005).judged();
        assertEquals(Set.of("ND-SCAN"), judged.ids());
    }

    @Test
    void aFloodBesideAScanIsTold() throws IOException {
        LinkFrames link = asked(100, 1, 0.005);
        for (int i = 0; i < 60; i++) {
            link.at(0.5 + i * 0.005, MAC_B, B, "ff02::1:ff00:a", asks(A));
        }
        assertEquals(Set.of("ND-FLOOD", "ND-SCAN"), link.judged().ids());
    }
}
