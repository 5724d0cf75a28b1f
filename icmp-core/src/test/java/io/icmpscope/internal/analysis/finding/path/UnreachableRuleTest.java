package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.ROUTER;
import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp4;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class UnreachableRuleTest {

    private static final String HOST = "UNREACHABLE-HOST";

    @Test
    void threeErrorsAboutAHostAreATrouble() throws IOException {
        Finding found = Judged.lab("refused4").only(HOST);
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals("10.0.66.2", found.evidence().addresses().entries().get(0).toString());
        assertEquals(3, found.evidence().count());
    }

    @Test
    void twoErrorsOfOneReporterAreOnlyMentioned() throws IOException {
        assertEquals(Severity.INFO, Judged.lab("queries4").only(HOST).severity());
    }

    @Test
    void twoReportersAreATrouble() throws IOException {
        PingScene scene = new PingScene()
                .at(0, error4(ROUTER, 3, 1, udp4("192.0.2.1", "198.51.100.1", 53)))
                .at(1_000, error4("203.0.113.2", 3, 1, udp4("192.0.2.1", "198.51.100.1", 53)));
        assertEquals(Severity.MEDIUM, Judged.of(scene.bytes()).only(HOST).severity());
    }

    @Test
    void aMissingRouteIsToldApartFromAHostThatIsDown() throws IOException {
        Judged judged = Judged.lab("refused6");
        assertEquals(
                "2001:db8:66::1",
                judged.only("UNREACHABLE-NET")
                        .evidence()
                        .addresses()
                        .entries()
                        .get(0)
                        .toString());
        assertEquals(
                "2001:db8:66::3",
                judged.only(HOST).evidence().addresses().entries().get(0).toString());
    }

    @Test
    void aSweepOverHostsThatAreNotThereIsOneFinding() throws IOException {
        Finding found = Judged.of(sweep(10).bytes()).only(HOST);
        assertEquals(Severity.LOW, found.severity());
        assertEquals("192.0.2.1", found.evidence().addresses().entries().get(0).toString());
    }

    @Test
    void threeOfThemAreOneFindingAndTwoAreTwo() throws IOException {
        assertEquals(Severity.INFO, Judged.of(sweep(3).bytes()).only(HOST).severity());
        assertEquals(2, Judged.of(sweep(2).bytes()).of(HOST).size());
    }

    private static PingScene sweep(int hosts) {
        PingScene scene = new PingScene();
        for (int host = 1; host <= hosts; host++) {
            scene.at(host * 100, error4(ROUTER, 3, 1, udp4("192.0.2.1", "198.51.100." + host, 161)));
        }
        return scene;
    }

    @Test
    void aTracerouteThatIsRefusedIsNoTrouble() throws IOException {
        Trace trace = Trace.between("192.0.2.1", "198.51.100.9");
        PingScene scene = new PingScene();
        for (int port = 33_434; port < 33_440; port++) {
            byte[] probe = trace.udp(port - 33_433, port);
            scene.at(port, probe).at(port + 0.5, Trace.error(ROUTER, 3, 1, probe));
        }
        assertEquals(Severity.INFO, Judged.of(scene.bytes()).only(HOST).severity());
    }

    @Test
    void aHostThatRejectsForItselfIsSaidToBeThere() throws IOException {
        PingScene scene = new PingScene().at(0, error4("198.51.100.1", 3, 1, udp4("192.0.2.1", "198.51.100.1", 53)));
        assertTrue(Judged.of(scene.bytes()).only(HOST).summary().contains("says so itself"));
    }

    @Test
    void aCleanPingFindsNothing() throws IOException {
        assertEquals(0, Judged.lab("ping4-clean").of(HOST).size());
    }

    @Test
    void theScanOfTheCorpusIsOneFinding() throws IOException {
        Finding found = Judged.corpus("fa5b50984c_hs-icmpScan.pcapng").only(HOST);
        assertEquals(Severity.LOW, found.severity());
        assertEquals(253, found.evidence().count());
    }

    private static Judged down(int hosts, int errors) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < hosts * errors; i++) {
            scene.at(i * 700.0, error4(ROUTER, 3, 1, udp4("192.0.2.1", "198.51.100." + (1 + i % hosts), 161)));
        }
        return Judged.of(scene.bytes());
    }

    @Test
    void whoMissesThreeHostsAgainAndAgainHasATrouble() throws IOException {
        assertEquals(Severity.MEDIUM, down(3, 5).only(HOST).severity());
        assertEquals(Severity.LOW, down(3, 4).only(HOST).severity());
    }

    @Test
    void aSweepThatAsksSeveralTimesIsNoTrouble() throws IOException {
        assertEquals(Severity.LOW, Judged.lab("sweep4-fping").only(HOST).severity());
    }

    @Test
    void theTitleSaysOnceWhatIsUnreachable() throws IOException {
        assertEquals(
                "10.0.66.2 was reported unreachable",
                Judged.lab("refused4").only(HOST).title());
        assertEquals(
                "No route to 10.0.66.1 was reported",
                Judged.lab("refused4").only("UNREACHABLE-NET").title());
    }
}
