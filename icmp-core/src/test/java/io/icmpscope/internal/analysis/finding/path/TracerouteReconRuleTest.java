package io.icmpscope.internal.analysis.finding.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracerouteReconRuleTest {

    private static final String ID = "TRACEROUTE-RECON";

    private static byte[] explored(int destinations) {
        PingScene scene = new PingScene();
        for (int host = 1; host <= destinations; host++) {
            Trace trace = Trace.between("192.0.2.1", "198.51.100." + host);
            for (int ttl = 1; ttl <= 3; ttl++) {
                byte[] probe = trace.udp(ttl, 33_433 + ttl);
                scene.at(host * 100 + ttl * 10, probe)
                        .at(host * 100 + ttl * 10 + 5, Trace.expired("203.0.113." + ttl, probe));
            }
        }
        return scene.bytes();
    }

    @Test
    void pathsToThreeDestinationsAreMentioned() throws IOException {
        assertEquals(Severity.INFO, Judged.of(explored(3)).only(ID).severity());
        assertEquals(Severity.INFO, Judged.of(explored(9)).only(ID).severity());
    }

    @Test
    void pathsToTenAreSomethingToLookAt() throws IOException {
        assertEquals(Severity.LOW, Judged.of(explored(10)).only(ID).severity());
    }

    @Test
    void twoAreNothing() throws IOException {
        assertEquals(0, Judged.of(explored(2)).of(ID).size());
    }

    /** Trap 31: its errors are what it asked for. */
    @Test
    void aTracerouteIsNoAttack() throws IOException {
        for (String scene :
                new String[] {"traceroute4-udp", "traceroute4-icmp", "traceroute4-tcp", "traceroute6-udp", "mtr4"}) {
            assertEquals(
                    List.of(),
                    Judged.lab(scene).findings().stream()
                            .filter(found -> found.category() == Category.SECURITY)
                            .filter(found -> found.severity() != Severity.INFO)
                            .toList(),
                    scene);
        }
    }
}
