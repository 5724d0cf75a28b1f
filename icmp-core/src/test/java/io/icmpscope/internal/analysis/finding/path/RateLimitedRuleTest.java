package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp4;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class RateLimitedRuleTest {

    private static final String ID = "RATE-LIMITED";
    private static final String ROUTER = "203.0.113.1";

    /** Ten pings a second to a host that is not there. */
    private static Judged pinged(int pings, IntPredicate hasError) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < pings; i++) {
            byte[] ping =
                    Ping.between("192.0.2.1", "198.51.100.9").identification(i).request(i);
            scene.at(i * 100, ping);
            if (hasError.test(i)) {
                scene.at(i * 100 + 10, Trace.error(ROUTER, 3, 1, ping));
            }
        }
        return Judged.of(scene.bytes());
    }

    /** Trap 35. */
    @Test
    void oneErrorASecondAboutTenPingsASecondIsALimit() throws IOException {
        assertEquals(Severity.INFO, pinged(210, ping -> ping % 10 == 0).only(ID).severity());
    }

    @Test
    void nineGapsBehindTheFirstTenErrorsAreTooFew() throws IOException {
        assertEquals(0, pinged(190, ping -> ping % 10 == 0).of(ID).size());
        assertEquals(1, pinged(200, ping -> ping % 10 == 0).of(ID).size());
    }

    @Test
    void anErrorAboutEachPingIsNone() throws IOException {
        assertEquals(0, pinged(210, ping -> true).of(ID).size());
    }

    /** Trap 35. */
    @Test
    void errorsThatAreLostByChanceAreNone() throws IOException {
        Random random = new Random(5);
        assertEquals(0, pinged(400, ping -> random.nextInt(4) == 0).of(ID).size());
    }

    @Test
    void aScannedHostThatAnswersOncePerSecondIsALimit() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 30; i++) {
            scene.at(i * 1_000, error4("198.51.100.9", 3, 3, udp4("192.0.2.1", "198.51.100.9", 100 + i * 7)));
        }
        assertEquals(1, Judged.of(scene.bytes()).of(ID).size());
    }

    /** Trap 35. */
    @Test
    void lossOnTheWayOfATracerouteIsNone() throws IOException {
        for (String scene : new String[] {"mtr4-loss", "mtr6-loss", "mtr4-loss-udp", "mtr6-loss-udp", "mtr4"}) {
            assertEquals(0, Judged.lab(scene).of(ID).size(), scene);
        }
    }

    @Test
    void aHopOfATracerouteThatAnswersEachFifthProbeEvenlyIsALimit() throws IOException {
        PingScene scene = new PingScene();
        for (int round = 0; round < 110; round++) {
            for (int ttl = 1; ttl <= 2; ttl++) {
                int number = round * 2 + ttl;
                byte[] probe = Ping.between("192.0.2.1", "198.51.100.9")
                        .ttl(ttl)
                        .identification(number)
                        .request(number);
                scene.at(round * 200 + ttl * 10, probe);
                if (ttl == 2 || round % 5 == 0) {
                    scene.at(round * 200 + ttl * 10 + 5, Trace.expired("203.0.113." + ttl, probe));
                }
            }
        }
        assertEquals(
                ROUTER,
                Judged.of(scene.bytes())
                        .only(ID)
                        .evidence()
                        .addresses()
                        .entries()
                        .get(0)
                        .toString());
    }
}
