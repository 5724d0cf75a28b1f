package io.icmpscope.internal.analysis.finding.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LossRuleTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    /** So many requests of which the first ones are lost. */
    private static PingScene scene(int requests, int lost) {
        PingScene scene = new PingScene();
        for (int i = 0; i < requests; i++) {
            scene.at(1_000 * i, PING.request(i));
            if (i >= lost) {
                scene.at(1_000 * i + 5, PING.reply(i));
            }
        }
        return scene;
    }

    private static List<Finding> loss(PingScene scene) throws IOException {
        return Judged.of(scene.end().bytes()).of("LOSS");
    }

    /** Thirteen of sixty, as ping printed, and a ping of one request that ended the recording. */
    @Test
    void aPingOverABadLineIsMedium() throws IOException {
        Finding loss = Judged.lab("ping4-loss").only("LOSS");
        assertEquals(Severity.MEDIUM, loss.severity());
        assertEquals(13, loss.evidence().count());
        assertEquals(100.0 * 13 / 61, loss.evidence().measured().value());
        assertEquals(20, loss.evidence().measured().threshold());
        assertEquals(10, loss.evidence().frames().size());
        assertEquals(
                List.of("10.0.3.2", "10.0.1.1"),
                loss.evidence().addresses().entries().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void aCleanPingIsNotFound() throws IOException {
        assertEquals(List.of(), Judged.lab("ping4-clean").findings());
        assertEquals(Set.of("MARTIAN"), Judged.lab("ping6-clean").ids(), "of documentation");
    }

    @Test
    void oneOfTwentyIsLowAndOneOfTwentyOneIsNothing() throws IOException {
        assertEquals(Severity.LOW, loss(scene(20, 1)).get(0).severity());
        assertEquals(List.of(1L), loss(scene(20, 1)).get(0).evidence().frames());
        assertEquals(List.of(), loss(scene(21, 1)));
    }

    @Test
    void aFifthIsMedium() throws IOException {
        assertEquals(Severity.MEDIUM, loss(scene(15, 3)).get(0).severity());
        assertEquals(Severity.LOW, loss(scene(16, 3)).get(0).severity());
    }

    /** While the address of the next hop is being asked for, the first request is often lost. */
    @Test
    void theFirstOfFiveRequestsIsNoMoreThanLow() throws IOException {
        assertEquals(Severity.LOW, loss(scene(5, 1)).get(0).severity());
        assertEquals(List.of(), loss(scene(4, 1)));
    }

    @Test
    void aHostThatNeverAnswersIsHighWhenSomethingElseIsHeard() throws IOException {
        Ping other = Ping.between("192.0.2.1", "192.0.2.3");
        PingScene scene = new PingScene().at(1, other.request(1)).at(2, other.reply(1));
        for (int i = 0; i < 3; i++) {
            scene.at(1_000 * i, PING.request(i));
        }
        Finding loss = loss(scene).get(0);
        assertEquals(Severity.HIGH, loss.severity());
        assertEquals(3, loss.evidence().frames().size());
    }

    @Test
    void twoRequestsWithoutAnswerAreNoFinding() throws IOException {
        assertEquals(List.of(), loss(scene(2, 2)));
    }

    @Test
    void aCaptureOfOneDirectionIsNotTotalLoss() throws IOException {
        Judged judged = Judged.of(scene(50, 50).end().bytes());
        assertEquals(Severity.INFO, judged.only("LOSS").severity());
        assertTrue(judged.only("LOSS").summary().contains("other traffic was not looked at"));
        assertEquals(Severity.INFO, judged.only("ONE-WAY").severity());
    }

    /** An error tells itself what happened: it is another finding, or none. */
    @Test
    void requestsThatAnErrorAnswersAreNotLost() throws IOException {
        assertEquals(List.of(), Judged.lab("pmtu4").of("LOSS"));
        assertEquals(List.of(), Judged.lab("unreachable4").of("LOSS"));
    }

    @Test
    void probesOfATracerouteAreNotLost() throws IOException {
        assertEquals(List.of(), Judged.lab("traceroute4-icmp").of("LOSS"));
        assertEquals(List.of(), Judged.lab("mtr4").of("LOSS"));
    }

    @Test
    void nobodyNeedsToAnswerABroadcast() throws IOException {
        Ping broadcast = Ping.between("192.0.2.1", "192.0.2.255");
        PingScene scene = new PingScene();
        for (int i = 0; i < 10; i++) {
            scene.at(1_000 * i, broadcast.request(i));
        }
        assertEquals(List.of(), loss(scene));
    }

    @Test
    void aMonitorThatTakesAnotherIdentifierEachTimeIsOnePing() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            Ping next = Ping.between("192.0.2.1", "192.0.2.2").identifier(i + 1);
            scene.at(1_000 * i, next.request(1));
            if (i % 2 == 0) {
                scene.at(1_000 * i + 5, next.reply(1));
            }
        }
        List<Finding> loss = loss(scene);
        assertEquals(1, loss.size());
        assertEquals(50, loss.get(0).evidence().measured().value());
    }

    @Test
    void theCallerChoosesFromWhichShareOn() throws IOException {
        byte[] capture = scene(20, 1).end().bytes();
        AnalysisOptions options = AnalysisOptions.defaults();
        assertEquals(
                List.of(),
                Judged.of(capture, options.withThreshold("LOSS.low", 5.1)).of("LOSS"));
        assertEquals(List.of(), Judged.of(capture, options.withFindings(false)).findings());
        var unknown = assertThrows(
                IllegalArgumentException.class, () -> Judged.of(capture, options.withThreshold("LOSS.lwo", 1)));
        assertTrue(unknown.getMessage().contains("LOSS.lwo"), unknown::getMessage);
    }

    private static PingScene lostInARow(int lost) {
        PingScene scene = new PingScene();
        for (int i = 0; i < 60; i++) {
            scene.at(1_000 * i, PING.request(i));
            if (i < 10 || i >= 10 + lost) {
                scene.at(1_000 * i + 5, PING.reply(i));
            }
        }
        return scene;
    }

    @Test
    void fiveRequestsLostInARowAreMediumAndFourAreNot() throws IOException {
        Finding five = loss(lostInARow(5)).get(0);
        assertEquals(Severity.MEDIUM, five.severity());
        assertEquals("lost_in_a_row", five.evidence().measured().metric());
        assertEquals(Severity.LOW, loss(lostInARow(4)).get(0).severity());
    }

    @Test
    void theLongestRunIsTold() throws IOException {
        String summary = loss(lostInARow(4)).get(0).summary();
        assertTrue(
                summary.endsWith("The longest run of lost requests is 4,"
                        + " sent from 1970-01-01T00:16:50Z to 1970-01-01T00:16:53Z."),
                summary);
    }

    @Test
    void whoUsesOneSequenceNumberAllTheTimeIsNotJudged() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 40; i++) {
            scene.at(100_000 * (i / 8) + 2 * i, PING.request(i / 8));
        }
        scene.at(500_000, PING.reply(4));
        assertEquals(List.of(), loss(scene));
    }

    /** Answers after 20 ms, some of which stand before their requests: those up to 10 ms would be recognised there. */
    private static PingScene disordered(int requests, int behind) {
        PingScene scene = new PingScene();
        for (int i = 0; i < requests; i++) {
            if (i < behind) {
                scene.at(1_000 * i + 20, PING.reply(i)).at(1_000 * i, PING.request(i));
            } else {
                scene.at(1_000 * i, PING.request(i)).at(1_000 * i + 20, PING.reply(i));
            }
        }
        return scene;
    }

    @Test
    void answersThatStandBeforeTheirRequestsMayBeWhyTheyAreMissed() throws IOException {
        for (int behind : List.of(2, 10)) {
            Judged judged = Judged.of(disordered(10, behind).end().bytes());
            Finding loss = judged.only("LOSS");
            assertEquals(behind, loss.evidence().count());
            assertEquals(Confidence.MEDIUM, loss.confidence(), loss::toString);
            assertTrue(loss.mayBeBenign().contains("reordercap"), loss::toString);
            assertEquals(1, judged.of("NON-MONOTONIC").size());
        }
    }

    @Test
    void lossInACaptureWhoseTimesGoForthIsSure() throws IOException {
        Finding loss = loss(scene(10, 2)).get(0);
        assertEquals(Confidence.HIGH, loss.confidence());
        assertFalse(loss.mayBeBenign().contains("reordercap"), loss::toString);
    }

    /** No answer is left over that could be theirs. */
    @Test
    void lossInACaptureWhoseTimesGoBackElsewhereIsSure() throws IOException {
        PingScene scene = scene(10, 2).at(20_000, PING.request(20)).at(20_005, PING.reply(20));
        scene.at(19_900, PING.request(21)).at(20_010, PING.reply(21));
        Judged judged = Judged.of(scene.end().bytes());
        assertEquals(Confidence.HIGH, judged.only("LOSS").confidence());
        assertEquals(1, judged.of("NON-MONOTONIC").size());
    }
}
