package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.ROUTER;
import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp4;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PathMtuRuleTest {

    private static byte[] reported(int mtu, int times) {
        PingScene scene = new PingScene();
        for (int i = 0; i < times; i++) {
            scene.at(i * 2_000.0, error4(ROUTER, 3, 4, mtu, udp4("192.0.2.1", 40_000, "198.51.100.9", 443, 1_600)));
        }
        return scene.bytes();
    }

    @Test
    void aNarrowLinkIsMentioned() throws IOException {
        for (String scene : new String[] {"pmtu4", "pmtu6"}) {
            Finding found = Judged.lab(scene).only("PMTU");
            assertEquals(Severity.INFO, found.severity());
            assertEquals(0, Judged.lab(scene).of("PMTU-BLACKHOLE").size());
        }
    }

    @Test
    void pathsThroughOneNarrowLinkAreOneFinding() throws IOException {
        PingScene scene = new PingScene()
                .at(0, error4(ROUTER, 3, 4, 1_400, udp4("192.0.2.1", 1, "198.51.100.9", 443, 1_500)))
                .at(9, error4(ROUTER, 3, 4, 1_400, udp4("192.0.2.1", 1, "198.51.100.8", 443, 1_500)));
        assertEquals(2, Judged.of(scene.bytes()).only("PMTU").evidence().count());
    }

    @Test
    void aSenderThatDoesNotHeedReportsIsFound() throws IOException {
        for (String scene : new String[] {"pmtu4-ignored", "pmtu6-ignored"}) {
            assertEquals(Severity.HIGH, Judged.lab(scene).only("PMTU-BLACKHOLE").severity());
        }
    }

    @Test
    void sixReportsTellThatFiveWereNotHeeded() throws IOException {
        assertEquals(
                Severity.HIGH,
                Judged.of(reported(1_400, 6)).only("PMTU-BLACKHOLE").severity());
    }

    @Test
    void fiveReportsTellThatFourWereNotHeededWhichIsTooFew() throws IOException {
        assertEquals(0, Judged.of(reported(1_400, 5)).of("PMTU-BLACKHOLE").size());
    }

    @Test
    void whatEveryEthernetCarriesIsNoBlackHole() throws IOException {
        Finding found = Judged.of(reported(1_500, 6)).only("PMTU-BLACKHOLE");
        assertEquals(Severity.LOW, found.severity());
        assertEquals(Confidence.LOW, found.confidence());
    }

    @Test
    void largePingsThatVanishAreAHint() throws IOException {
        for (String scene : new String[] {"blackhole4", "blackhole6"}) {
            Finding found = Judged.lab(scene).only("PMTU-BLACKHOLE");
            assertEquals(Severity.MEDIUM, found.severity());
            assertEquals(Confidence.LOW, found.confidence());
            assertEquals(2, found.evidence().frames().size());
        }
    }

    @Test
    void aCleanPingFindsNothing() throws IOException {
        assertEquals(0, Judged.lab("ping4-clean").of("PMTU").size());
        assertEquals(0, Judged.lab("ping4-fragmented").of("PMTU-BLACKHOLE").size());
    }
}
