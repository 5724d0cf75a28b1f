package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.ALL;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.mtu;
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

class InconsistentRoutersRuleTest {

    private static Judged twoOf(byte[] one, byte[] other) throws IOException {
        return new LinkFrames()
                .at(0, MAC_A, A, ALL, one)
                .at(1, MAC_B, B, ALL, other)
                .judged();
    }

    @Test
    void routersThatDoNotAgreeOnTheMtuAreMedium() throws IOException {
        Finding found = twoOf(routes("00", 1800, mtu(1500)), routes("00", 1800, mtu(1400)))
                .only("RA-INCONSISTENT");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(List.of(1L, 2L), found.evidence().frames());
        assertTrue(found.summary().contains("the MTU"), found.summary());
    }

    @Test
    void routersThatDifferInOtherSettingsAreLow() throws IOException {
        assertEquals(
                Severity.LOW,
                twoOf(routes("00", 1800), routes("40", 1800))
                        .only("RA-INCONSISTENT")
                        .severity());
    }

    @Test
    void lifetimesOfAPrefixMayDifferByAFactorOfTwo() throws IOException {
        byte[] one = routes("00", 1800, prefix("2001:db8:1::", 3600));
        assertEquals(
                List.of(),
                twoOf(one, routes("00", 1800, prefix("2001:db8:1::", 1800))).of("RA-INCONSISTENT"));
        assertEquals(
                Severity.LOW,
                twoOf(one, routes("00", 1800, prefix("2001:db8:1::", 1799)))
                        .only("RA-INCONSISTENT")
                        .severity());
    }

    @Test
    void whatOneLeavesOpenIsNoDifference() throws IOException {
        assertEquals(
                List.of(),
                twoOf(routes("00", 1800), routes("00", 1800, mtu(1400))).of("RA-INCONSISTENT"));
    }

    @Test
    void whoOffersNoDefaultRouteMayDiffer() throws IOException {
        assertEquals(
                List.of(), twoOf(routes("00", 1800), routes("80", 0, mtu(1280))).of("RA-INCONSISTENT"));
    }

    @Test
    void theRoutersOfTheLaboratoryDifferAsTheyWereToldTo() throws IOException {
        String summary = Judged.lab("ra6").only("RA-INCONSISTENT").summary();
        assertTrue(
                summary.contains("the hop limit") && summary.contains("whether addresses come from DHCPv6"), summary);
    }

    @Test
    void allDifferencesAreListed() throws IOException {
        String summary = twoOf(routes("00", 1800, mtu(1500)), routes("c0", 1800, mtu(1400)))
                .only("RA-INCONSISTENT")
                .summary();
        assertTrue(
                summary.endsWith(
                        "do not agree on the MTU, whether addresses come from DHCPv6 and on whether other settings"
                                + " come from DHCPv6."),
                summary);
    }
}
