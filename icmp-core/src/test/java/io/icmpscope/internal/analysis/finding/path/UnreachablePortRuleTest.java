package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp4;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class UnreachablePortRuleTest {

    private static final String ID = "UNREACHABLE-PORT";

    private static PingScene refused(int times) {
        PingScene scene = new PingScene();
        for (int i = 0; i < times; i++) {
            scene.at(i * 700.0, error4("198.51.100.1", 3, 3, udp4("192.0.2.1", "198.51.100.1", 514)));
        }
        return scene;
    }

    @Test
    void aClosedPortIsMentioned() throws IOException {
        Finding found = Judged.of(refused(19).bytes()).only(ID);
        assertEquals(Severity.INFO, found.severity());
        assertTrue(found.summary().contains("UDP port 514"), found.summary());
    }

    @Test
    void whoDoesNotGiveUpIsSomethingToLookAt() throws IOException {
        assertEquals(Severity.LOW, Judged.of(refused(20).bytes()).only(ID).severity());
    }

    @Test
    void answersThatComeTooLateAreToldApart() throws IOException {
        byte[] answer = udp4("9.9.9.9", 53, "192.0.2.1", 50_000, 200);
        Finding found = Judged.of(
                        new PingScene().at(0, error4("192.0.2.1", 3, 3, answer)).bytes())
                .only(ID);
        assertTrue(found.title().startsWith("Answers reached 192.0.2.1"), found.title());
    }

    @Test
    void theEndOfATracerouteIsNone() throws IOException {
        assertEquals(0, Judged.lab("traceroute4-udp").of(ID).size());
        assertEquals(0, Judged.lab("mtr6-loss-udp").of(ID).size());
    }

    @Test
    void whoRefusesForItselfIsNamedOnce() throws IOException {
        Finding found = Judged.of(refused(1).bytes()).only(ID);
        assertEquals("198.51.100.1 refused 1 packet from 192.0.2.1: UDP port 514.", found.summary());
    }

    @Test
    void aProtocolThatIsRefusedIsNoClosedPort() throws IOException {
        byte[] error = error4("198.51.100.1", 3, 2, udp4("192.0.2.1", "198.51.100.1", 514));
        Finding found = Judged.of(new PingScene().at(0, error).bytes()).only(ID);
        assertTrue(found.title().contains("protocol unreachable"), found.title());
        assertFalse(found.nextStep().contains("open ports"), found.nextStep());
    }

    @Test
    void aRouterThatRejectsSaysNothingOfThePortsOfTheHost() throws IOException {
        byte[] error = error4("203.0.113.1", 3, 3, udp4("192.0.2.1", "198.51.100.1", 514));
        Finding found = Judged.of(new PingScene().at(0, error).bytes()).only(ID);
        assertTrue(found.nextStep().contains("packet filter of 203.0.113.1"), found.nextStep());
    }

    private static PingScene refusedByMany(int hosts) {
        PingScene scene = new PingScene();
        for (int host = 1; host <= hosts; host++) {
            String address = "198.51.100." + host;
            scene.at(host * 700.0, error4(address, 3, 3, udp4("192.0.2.1", address, 6_881)));
        }
        return scene;
    }

    @Test
    void tenDestinationsOfOneSenderAreOneFinding() throws IOException {
        Finding found = Judged.of(refusedByMany(10).bytes()).only(ID);
        assertEquals("192.0.2.1", found.evidence().addresses().entries().get(0).toString());
        assertEquals(10, found.evidence().count());
        assertEquals(9, Judged.of(refusedByMany(9).bytes()).of(ID).size());
    }
}
