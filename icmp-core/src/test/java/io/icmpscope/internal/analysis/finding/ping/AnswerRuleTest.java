package io.icmpscope.internal.analysis.finding.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerRuleTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    private static PingScene answered(int pings) {
        PingScene scene = new PingScene();
        for (int i = 0; i < pings; i++) {
            scene.at(10_000 * i, PING.request(i)).at(10_000 * i + 5, PING.reply(i));
        }
        return scene;
    }

    /** Each answer once more, a second later: no copy of a capture comes so late. */
    private static PingScene doubled(PingScene scene, int answers) {
        for (int i = 0; i < answers; i++) {
            scene.at(10_000 * i + 1_000, PING.reply(i));
        }
        return scene;
    }

    @Test
    void duplicatesOfARealPingAreFound() throws IOException {
        Finding found = Judged.lab("ping4-duplicates").only("DUPLICATES");
        assertEquals(Severity.LOW, found.severity());
        assertEquals(6, found.evidence().count());
        assertEquals(6, found.evidence().frames().size());
    }

    @Test
    void threeDuplicatesAreFoundAndTwoAreNot() throws IOException {
        assertEquals(
                Severity.INFO,
                Judged.of(doubled(answered(70), 3).bytes()).only("DUPLICATES").severity());
        assertEquals(List.of(), Judged.of(doubled(answered(70), 2).bytes()).of("DUPLICATES"));
    }

    @Test
    void severalAnswersToABroadcastAreNoDuplicates() throws IOException {
        assertEquals(List.of(), Judged.lab("broadcast4").of("DUPLICATES"));
        assertEquals(List.of(), Judged.lab("multicast6").of("DUPLICATES"));
    }

    @Test
    void copiesOfTheCaptureAreNoDuplicates() throws IOException {
        Judged judged = Judged.lab("ping4-router-any");
        assertEquals(Set.of("CAPTURE-COPIES"), judged.ids());
    }

    @Test
    void lateAnswersOfARealPingAreFound() throws IOException {
        Finding found = Judged.lab("ping4-late").only("LATE");
        assertEquals(6, found.evidence().count());
        assertEquals(6, found.evidence().frames().size());
    }

    @Test
    void anAnswerIsLateAfterTheTimeoutAndNotBefore() throws IOException {
        PingScene after = answered(30).at(400_000, PING.request(100)).at(404_001, PING.reply(100));
        assertEquals(Severity.INFO, Judged.of(after.bytes()).only("LATE").severity());
        PingScene before = answered(30).at(400_000, PING.request(100)).at(404_000, PING.reply(100));
        assertEquals(List.of(), Judged.of(before.bytes()).of("LATE"));
    }

    @Test
    void answersThatOvertookOthersAreFound() throws IOException {
        assertFalse(Judged.lab("ping4-reordered").of("REORDERED").isEmpty());
    }

    @Test
    void twoOvertakenAnswersAreFoundAndOneIsNot() throws IOException {
        assertEquals(2, Judged.of(overtaken(2)).only("REORDERED").evidence().count());
        assertEquals(List.of(), Judged.of(overtaken(1)).of("REORDERED"));
    }

    private static byte[] overtaken(int times) {
        PingScene scene = answered(10);
        for (int i = 0; i < times; i++) {
            int at = 200_000 + 10_000 * i;
            int number = 100 + 2 * i;
            scene.at(at, PING.request(number))
                    .at(at + 1, PING.request(number + 1))
                    .at(at + 5, PING.reply(number + 1))
                    .at(at + 6, PING.reply(number));
        }
        return scene.bytes();
    }

    /** Which answer belongs to which request cannot be told then. */
    @Test
    void ofAFloodWithOneSequenceNumberNothingIsSaid() throws IOException {
        Set<String> found = Judged.lab("denial6").ids();
        for (String id : List.of("LATE", "DUPLICATES", "REORDERED", "LATENCY", "LOSS")) {
            assertFalse(found.contains(id), id);
        }
    }
}
