package io.icmpscope.internal.analysis.finding.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a capture shows of one direction only, or twice. */
class DirectionsTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    private static List<Finding> oneWay(int requests, int replies) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < requests; i++) {
            scene.at(1_000 * i, PING.request(i));
        }
        for (int i = 0; i < replies; i++) {
            scene.at(1_000 * i + 5, PING.reply(i));
        }
        return Judged.of(scene.end().bytes()).of("ONE-WAY");
    }

    @Test
    void fiveRequestsAndNothingElseMayBeOneDirection() throws IOException {
        Finding found = oneWay(5, 0).get(0);
        assertEquals(Severity.INFO, found.severity());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), found.evidence().frames());
        assertEquals(List.of(), oneWay(4, 0));
    }

    @Test
    void fiveRepliesThatNobodyAskedForMayBeOneDirection() throws IOException {
        Finding found = oneWay(0, 5).get(0);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), found.evidence().frames());
        assertEquals(List.of(), oneWay(0, 4));
    }

    @Test
    void aMonitoredHostThatIsDownIsNoMissingDirection() throws IOException {
        Ping other = Ping.between("192.0.2.1", "192.0.2.3");
        PingScene scene = new PingScene();
        for (int i = 0; i < 10; i++) {
            scene.at(1_000 * i, PING.request(i)).at(1_000 * i + 1, other.request(i));
            scene.at(1_000 * i + 5, other.reply(i));
        }
        assertEquals(
                Set.of("LOSS", "MARTIAN"), // it has addresses of documentation
                Judged.of(scene.end().bytes()).ids());
    }

    @Test
    void threeCopiesAreFoundAndTwoAreNot() throws IOException {
        assertEquals(3, Judged.of(copied(3)).only("CAPTURE-COPIES").evidence().count());
        assertEquals(List.of(), Judged.of(copied(2)).of("CAPTURE-COPIES"));
    }

    private static byte[] copied(int times) {
        PingScene scene = new PingScene();
        for (int i = 0; i < 10; i++) {
            scene.at(1_000 * i, PING.request(i));
            if (i < times) {
                scene.at(1_000 * i + 0.01, PING.request(i));
            }
            scene.at(1_000 * i + 5, PING.reply(i));
        }
        return scene.bytes();
    }

    @Test
    void aRequestSentAgainIsNoCopy() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 10; i++) {
            scene.at(10_000 * i, PING.request(i)).at(10_000 * i + 1_500, PING.request(i));
            scene.at(10_000 * i + 1_505, PING.reply(i));
        }
        assertEquals(List.of(), Judged.of(scene.bytes()).of("CAPTURE-COPIES"));
    }
}
