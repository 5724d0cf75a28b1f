package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.ALL;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.asks;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.has;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.targetIs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidDiscoveryRuleTest {

    @Test
    void aHopLimitOtherThan255IsMedium() throws IOException {
        Finding found = new LinkFrames()
                .hopLimit(254)
                .at(0, MAC_A, A, "ff02::1:ff00:b", asks(B))
                .at(1, MAC_B, B, A, has(B, "60", targetIs(MAC_B)))
                .judged()
                .only("ND-INVALID");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(List.of(1L, 2L), found.evidence().frames());
        assertTrue(found.displayFilter().contains("icmpv6.type in {135, 136}"), found.displayFilter());
    }

    @Test
    void otherRulesAreLow() throws IOException {
        assertEquals(
                Severity.LOW,
                new LinkFrames()
                        .at(0, MAC_B, B, ALL, has(B, "60", targetIs(MAC_B)))
                        .judged()
                        .only("ND-INVALID")
                        .severity());
    }

    @Test
    void eachRuleThatIsBrokenIsOneFinding() throws IOException {
        Judged judged = new LinkFrames()
                .hopLimit(1)
                .at(0, MAC_B, B, ALL, has(B, "60", targetIs(MAC_B)))
                .judged();
        assertEquals(2, judged.of("ND-INVALID").size());
    }

    @Test
    void validMessagesAreNone() throws IOException {
        assertEquals(List.of(), Judged.lab("nd6").of("ND-INVALID"));
    }

    @Test
    void messagesThatEndTooEarlyAreFoundInARealCapture() throws IOException {
        assertEquals(
                8,
                Judged.corpus("952b8ef6e8_icmp6-nd-short-options.pcap")
                        .only("ND-INVALID")
                        .evidence()
                        .count());
    }

    @Test
    void theSenderIsNamed() throws IOException {
        String title = Judged.lab("fragments6-nd").of("ND-INVALID").get(0).title();
        assertEquals("Invalid neighbour discovery of 2001:db8:1::2 and 1 other: it has a fragment header", title);
    }
}
