package io.icmpscope.internal.analysis.finding.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TtlAnomalyRuleTest {

    @Test
    void repliesOfTwoSystemsAreGoodToKnow() throws IOException {
        Finding two = Judged.of(replies(1_000, 57, 120, 57)).only("TTL-ANOMALY");
        assertEquals(Severity.INFO, two.severity());
        assertEquals(List.of(2L, 4L), two.evidence().frames());
        assertEquals("icmp.type == 0 && ip.src == 10.0.0.2 && ip.dst == 10.0.0.1", two.displayFilter());
        assertTrue(two.summary().contains("began as 64, 128"), two.summary());
    }

    @Test
    void repliesOfManyAreLow() throws IOException {
        Finding many = Judged.of(replies(1_000, 57, 120, 40, 250)).only("TTL-ANOMALY");
        assertEquals(Severity.LOW, many.severity());
        assertEquals(4, many.evidence().measured().value());
    }

    @Test
    void aDetourOfFiveHopsIsNone() throws IOException {
        assertEquals(List.of(), Judged.of(replies(1_000, 57, 52, 57)).of("TTL-ANOMALY"));
    }

    @Test
    void anotherRouteMinutesLaterIsNone() throws IOException {
        assertEquals(List.of(), Judged.of(replies(61_000, 57, 120)).of("TTL-ANOMALY"));
    }

    @Test
    void hostsOfAGroupMayBeDifferent() throws IOException {
        Ping ping = Ping.between("10.0.0.1", "10.0.0.255");
        PingScene scene = new PingScene().at(0, ping.request(1));
        scene.at(1, ping.asked("10.0.0.2").ttl(64).reply(1));
        scene.at(2, ping.asked("10.0.0.3").ttl(255).reply(1));
        assertEquals(List.of(), Judged.of(scene.bytes()).of("TTL-ANOMALY"));
    }

    private static byte[] replies(double millis, int... ttls) {
        Ping ping = Ping.between("10.0.0.1", "10.0.0.2");
        PingScene scene = new PingScene();
        for (int i = 0; i < ttls.length; i++) {
            scene.at(millis * i, ping.ttl(64).request(i))
                    .at(millis * i + 1, ping.ttl(ttls[i]).reply(i));
        }
        return scene.bytes();
    }
}
