package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.ALL;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.dns;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.prefix;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.routes;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.sourceIs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RogueRouterRuleTest {

    private static final byte[] GENUINE = routes("00", 1800, prefix("2001:db8:1::", 3600), dns("2001:db8:1::53"));

    private static LinkFrames established() {
        return new LinkFrames().at(0, MAC_A, A, ALL, GENUINE).at(3, MAC_A, A, ALL, GENUINE);
    }

    @Test
    void aSecondRouterWithOtherPrefixesIsMedium() throws IOException {
        Finding found = established()
                .at(5, MAC_B, B, ALL, routes("00", 1800, prefix("2001:db8:2::", 3600)))
                .judged()
                .only("RA-ROGUE");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(List.of(3L), found.evidence().frames());
    }

    @Test
    void oneThatClaimsHighPreferenceIsHigh() throws IOException {
        assertEquals(
                Severity.HIGH,
                established()
                        .at(5, MAC_B, B, ALL, routes("08", 1800))
                        .judged()
                        .only("RA-ROGUE")
                        .severity());
    }

    @Test
    void oneThatNamesOtherDnsServersIsHigh() throws IOException {
        assertEquals(
                Severity.HIGH,
                established()
                        .at(5, MAC_B, B, ALL, routes("00", 1800, dns("2001:db8:bad::53")))
                        .judged()
                        .only("RA-ROGUE")
                        .severity());
    }

    @Test
    void oneThatNamesAnotherLinkLayerAddressThanItsFramesIsHigh() throws IOException {
        assertEquals(
                Severity.HIGH,
                established()
                        .at(5, MAC_B, B, ALL, routes("00", 1800, sourceIs("02:00:00:00:00:99")))
                        .judged()
                        .only("RA-ROGUE")
                        .severity());
    }

    @Test
    void oneThatIsFromAnotherLinkByItsHopLimitIsHigh() throws IOException {
        LinkFrames link = established().hopLimit(64).at(5, MAC_B, B, ALL, routes("00", 1800));
        assertEquals(Severity.HIGH, link.judged().only("RA-ROGUE").severity());
    }

    @Test
    void aSecondRouterOfTheSamePrefixesIsOnlyInformation() throws IOException {
        assertEquals(
                Severity.INFO,
                established()
                        .at(5, MAC_B, B, ALL, routes("00", 1800, prefix("2001:db8:1::", 3600)))
                        .judged()
                        .only("RA-ROGUE")
                        .severity());
    }

    @Test
    void routersThatShareAnAddressByVrrpAreOnlyInformation() throws IOException {
        assertEquals(
                Severity.INFO,
                established()
                        .at(5, "00:00:5e:00:02:07", B, ALL, routes("08", 1800))
                        .judged()
                        .only("RA-ROGUE")
                        .severity());
    }

    @Test
    void twoRoutersOfWhichNoneWasThereBeforeAreNone() throws IOException {
        Judged judged = new LinkFrames()
                .at(0, MAC_A, A, ALL, GENUINE)
                .at(0.5, MAC_B, B, ALL, routes("08", 1800))
                .at(3, MAC_A, A, ALL, GENUINE)
                .at(3.5, MAC_B, B, ALL, routes("08", 1800))
                .judged();
        assertEquals(List.of(), judged.of("RA-ROGUE"));
    }

    @Test
    void oneThatOffersNoDefaultRouteIsNone() throws IOException {
        assertEquals(
                List.of(),
                established().at(5, MAC_B, B, ALL, routes("08", 0)).judged().of("RA-ROGUE"));
    }

    @Test
    void oneThatComesWhenTheOtherHasLongExpiredIsNone() throws IOException {
        assertEquals(
                List.of(),
                established()
                        .at(3 + 1801, MAC_B, B, ALL, routes("08", 1800))
                        .judged()
                        .of("RA-ROGUE"));
    }

    @Test
    void oneInAnotherVlanIsNone() throws IOException {
        assertEquals(
                List.of(),
                established()
                        .vlan(7)
                        .at(5, MAC_B, B, ALL, routes("08", 1800))
                        .judged()
                        .of("RA-ROGUE"));
    }

    @Test
    void inACaptureOfSeveralInterfacesItIsLow() throws IOException {
        LinkFrames link = established().at(5, MAC_B, B, ALL, routes("08", 1800));
        assertEquals(Severity.LOW, link.judgedOfTwoInterfaces().only("RA-ROGUE").severity());
    }

    @Test
    void twoGenuineRoutersAreNone() throws IOException {
        assertEquals(List.of(), Judged.lab("ra6").of("RA-ROGUE"));
    }

    @Test
    void theOneThatClaimsHighPreferenceIsTheOneInQuestionThoughItWasHeardFirst() throws IOException {
        byte[] rogue = routes("08", 1800, prefix("2001:db8:bad::", 3600), dns("2001:db8:bad::53"));
        Finding found = new LinkFrames()
                .at(0, MAC_B, B, ALL, rogue)
                .at(3, MAC_B, B, ALL, rogue)
                .at(5, MAC_A, A, ALL, GENUINE)
                .judged()
                .only("RA-ROGUE");
        assertEquals(Severity.HIGH, found.severity());
        assertEquals(List.of(1L, 2L), found.evidence().frames());
        assertTrue(found.mayBeBenign().contains("no proof"), found.mayBeBenign());
    }

    @Test
    void bothRoutersAreNamedWithWhatTheyDifferIn() throws IOException {
        String summary = established()
                .at(5, MAC_B, B, ALL, routes("08", 900, prefix("2001:db8:2::", 3600)))
                .judged()
                .only("RA-ROGUE")
                .summary();
        for (String part : List.of(
                MAC_A,
                MAC_B,
                "preference high against medium",
                "lifetime 900 s against 1800 s",
                "prefixes 2001:db8:2::/64 against 2001:db8:1::/64")) {
            assertTrue(summary.contains(part), summary);
        }
    }

    @Test
    void aSecondRouterThatSaysTheSameIsNone() throws IOException {
        assertEquals(
                List.of(), established().at(5, MAC_B, B, ALL, GENUINE).judged().of("RA-ROGUE"));
    }

    @Test
    void whoUsesTheAddressOfARouterIsHigh() throws IOException {
        Finding found = established()
                .at(5, MAC_B, A, ALL, GENUINE)
                .at(6, MAC_A, A, ALL, GENUINE)
                .judged()
                .only("RA-ROGUE");
        assertEquals(Severity.HIGH, found.severity());
        assertTrue(found.summary().contains(MAC_B + " (1 time) and " + MAC_A + " (3 times)"), found.summary());
    }
}
