package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp4;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AdminProhibitedRuleTest {

    private static final String ID = "ADMIN-PROHIBITED";

    @Test
    void allRefusalsOfARouterAreOneFinding() throws IOException {
        Finding found = Judged.lab("refused4").only(ID);
        assertEquals(Severity.LOW, found.severity());
        assertEquals(9, found.evidence().count());
        assertEquals("10.0.1.2", found.evidence().addresses().entries().get(0).toString());
    }

    @Test
    void aTracerouteThatMeetsAFirewallIsOnlyMentioned() throws IOException {
        PingScene scene = new PingScene();
        for (int ttl = 1; ttl < 5; ttl++) {
            byte[] probe = Trace.between("192.0.2.1", "198.51.100.9").udp(ttl, 33_433 + ttl);
            scene.at(ttl * 10, probe).at(ttl * 10 + 5, Trace.error("203.0.113.1", 3, 13, probe));
        }
        assertEquals(Severity.INFO, Judged.of(scene.bytes()).only(ID).severity());
    }

    @Test
    void otherUnreachablesAreNone() throws IOException {
        assertEquals(0, Judged.lab("queries4").of(ID).size());
    }

    private static Judged refused(int reporters) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 1; i <= reporters; i++) {
            scene.at(i * 700.0, error4("203.0.113." + i, 3, 13, udp4("192.0.2.1", "198.51.100." + i, 6_881)));
        }
        return Judged.of(scene.bytes());
    }

    @Test
    void tenReportersAboutOneSenderAreOneFinding() throws IOException {
        Finding found = refused(10).only(ID);
        assertEquals(Severity.LOW, found.severity());
        assertEquals("192.0.2.1", found.evidence().addresses().entries().get(0).toString());
        assertEquals(9, refused(9).of(ID).size());
    }
}
