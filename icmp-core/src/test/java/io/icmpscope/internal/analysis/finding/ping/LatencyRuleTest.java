package io.icmpscope.internal.analysis.finding.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyRuleTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    /** Round trips of one length, and a last one of another. */
    private static List<Finding> latency(int pings, double usualMillis, double lastMillis) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < pings; i++) {
            scene.at(2_000 * i, PING.request(i));
            scene.at(2_000 * i + (i < pings - 1 ? usualMillis : lastMillis), PING.reply(i));
        }
        return Judged.of(scene.bytes()).of("LATENCY");
    }

    @Test
    void aPingWithDelayedAnswersIsFound() throws IOException {
        Finding latency = Judged.lab("ping4-late").only("LATENCY");
        assertEquals(Severity.LOW, latency.severity());
        assertEquals("rtt_p95_ms", latency.evidence().measured().metric());
    }

    @Test
    void aRoundTripFarAboveTheUsualOneIsFound() throws IOException {
        Finding latency = latency(10, 20, 200).get(0);
        assertEquals(200, latency.evidence().measured().value());
        assertEquals(20, latency.evidence().frames().get(9), "the slowest is the last");
    }

    @Test
    void oneJustBelow200MillisecondsIsNot() throws IOException {
        assertEquals(List.of(), latency(10, 20, 199.9));
    }

    @Test
    void fewRoundTripsAreNotJudged() throws IOException {
        assertEquals(List.of(), latency(9, 20, 400));
    }

    @Test
    void aLongWayThatAlwaysTakesAsLongIsNoFinding() throws IOException {
        assertEquals(List.of(), latency(20, 600, 620));
        assertEquals(List.of(), latency(10, 100, 499));
    }

    @Test
    void whatDiffersFromOneToTheNextIsJitter() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 60; i++) {
            scene.at(1_000 * i, PING.request(i)).at(1_000 * i + (i % 2 == 0 ? 50 : 110), PING.reply(i));
        }
        Finding latency = Judged.of(scene.bytes()).only("LATENCY");
        assertEquals("jitter_ms", latency.evidence().measured().metric());
    }
}
