package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.ALL;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.prefix;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.routes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterExpiryRuleTest {

    private static final byte[] OFFER = routes("00", 1800, prefix("2001:db8:1::", 3600));

    @Test
    void lifetimeZeroFromAnotherLinkLayerAddressIsHigh() throws IOException {
        Judged judged = new LinkFrames()
                .at(0, MAC_A, A, ALL, OFFER)
                .at(3, MAC_B, A, ALL, routes("00", 0))
                .at(4, MAC_A, A, ALL, OFFER)
                .judged();
        assertEquals(Severity.HIGH, judged.only("RA-EXPIRY").severity());
        assertEquals(List.of(2L), judged.only("RA-EXPIRY").evidence().frames());
        assertEquals(List.of(), judged.of("RA-ROGUE"));
    }

    @Test
    void aRouterThatEndsItselfIsOnlyInformation() throws IOException {
        assertEquals(Severity.INFO, Judged.lab("ra6").only("RA-EXPIRY").severity());
    }

    @Test
    void aRouterThatNeverOfferedADefaultRouteIsNone() throws IOException {
        assertEquals(
                List.of(),
                new LinkFrames()
                        .at(0, MAC_A, A, ALL, routes("00", 0))
                        .at(3, MAC_A, A, ALL, routes("00", 0))
                        .judged()
                        .of("RA-EXPIRY"));
    }

    @Test
    void theOnlyPrefixThatEndsIsMedium() throws IOException {
        Finding found = new LinkFrames()
                .at(0, MAC_A, A, ALL, OFFER)
                .at(3, MAC_A, A, ALL, routes("00", 1800, prefix("2001:db8:1::", 0)))
                .judged()
                .only("RA-EXPIRY");
        assertEquals(Severity.MEDIUM, found.severity());
        assertTrue(found.summary().contains("2001:db8:1::/64"), found.summary());
    }

    @Test
    void aPrefixThatGivesWayToAnotherIsOnlyInformation() throws IOException {
        byte[] both = routes("00", 1800, prefix("2001:db8:1::", 0), prefix("2001:db8:2::", 3600));
        assertEquals(
                Severity.INFO,
                new LinkFrames()
                        .at(0, MAC_A, A, ALL, OFFER)
                        .at(3, MAC_A, A, ALL, both)
                        .judged()
                        .only("RA-EXPIRY")
                        .severity());
    }
}
