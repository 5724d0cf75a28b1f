package io.icmpscope.internal.analysis.echo;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.PacketEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies from others than who was asked: broadcast, multicast, hosts with several addresses. */
class EchoGroupsTest {

    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";

    /** Trap 9. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.255, 192.0.2.7, 192.0.2.8",
        "192.0.2.1, 255.255.255.255, 192.0.2.7, 192.0.2.8",
        "192.0.2.1, 224.0.0.1, 192.0.2.7, 192.0.2.8",
        "fe80::1, ff02::1, fe80::7, fe80::8",
    })
    void allWhoAnswerAGroupBelongToOneSession(String asker, String group, String one, String other) throws Exception {
        Ping ping = Ping.between(asker, group);
        PingScene scene = new PingScene();
        for (int i = 1; i <= 2; i++) {
            scene.at(1000 * i, ping.asked(group).request(i));
            scene.at(1000 * i + 5, ping.asked(one).reply(i));
            scene.at(1000 * i + 9, ping.asked(other).reply(i));
        }
        EchoSession session = scene.session();
        assertEquals(group, session.responder().toString());
        assertEquals(2, session.sent());
        assertEquals(2, session.received(), "the first reply to each");
        assertEquals(0, session.duplicates());
        assertEquals(List.of(one, other), names(session));
        List<PacketEntry> packets = scene.report().packets();
        assertEquals(1L, packets.get(2).requestFrame());
    }

    @Test
    void aHostThatAnswersFromAnotherAddressIsAnOtherResponder() throws Exception {
        EchoSession session = new PingScene()
                .at(0, Ping.between(A, B).request(1))
                .at(5, Ping.between(A, "198.51.100.9").reply(1))
                .session();
        assertEquals(1, session.received());
        assertEquals(List.of("198.51.100.9"), names(session));
    }

    @Test
    void aReplyWithOtherDataFromElsewhereAnswersNothing() throws Exception {
        EchoReport echo = new PingScene()
                .at(0, Ping.between(A, B).request(1))
                .at(5, Ping.between(A, "198.51.100.9").data("other").reply(1))
                .end()
                .report()
                .echo();
        assertEquals(2, echo.sessions().entries().size());
        assertEquals(1, echo.lost());
    }

    @Test
    void aCaptureThatBeginsInTheMiddleOfABroadcastPingFindsItsAnswers() throws Exception {
        EchoReport echo = new PingScene()
                .at(0, Ping.between(A, "192.0.2.7").reply(1)) // its request was not captured
                .at(1000, Ping.between(A, "192.0.2.255").request(2))
                .at(1005, Ping.between(A, "192.0.2.7").reply(2))
                .at(2000, Ping.between(A, "192.0.2.255").request(3))
                .at(2005, Ping.between(A, "192.0.2.7").reply(3))
                .end()
                .report()
                .echo();
        assertEquals(2, echo.sent());
        assertEquals(2, echo.received());
        assertEquals(0, echo.lost());
    }

    @Test
    void otherRespondersAreBounded() throws Exception {
        Ping ping = Ping.between(A, "192.0.2.255");
        PingScene scene = new PingScene().at(0, ping.request(1));
        for (int i = 0; i < 100; i++) {
            scene.at(1 + i, ping.asked("192.0.2." + (100 + i)).reply(1));
        }
        EchoSession session = scene.session();
        assertEquals(16, session.otherResponders().size());
        assertEquals(1, session.received());
    }

    @Test
    void aFloodOfUnsolicitedRepliesToOneHostIsReadInReasonableTime() throws Exception {
        PingScene scene = new PingScene();
        Ping ping = Ping.between(A, B);
        for (int i = 0; i < 60_000; i++) {
            scene.at(
                    0,
                    ping.asked("10." + (i >> 16) + "." + (i >> 8 & 0xFF) + "." + (i & 0xFF))
                            .reply(1));
        }
        EchoReport echo =
                assertTimeoutPreemptively(ofSeconds(20), () -> scene.report().echo());
        assertEquals(60_000, echo.sessions().total());
    }

    private static List<String> names(EchoSession session) {
        return session.otherResponders().stream().map(Object::toString).toList();
    }

    @Test
    void anAnswerFromElsewhereIsAMessageOfThePing() throws Exception {
        EchoSession session = new PingScene()
                .at(0, Ping.between(A, B).request(1))
                .at(5, Ping.between(A, "198.51.100.9").reply(1))
                .session();
        assertEquals(2, session.lastFrame());
        assertEquals(Instant.ofEpochSecond(1_000, 5_000_000), session.lastTime());
    }

    /** Whoever was asked first may have been asked last too. */
    @Test
    void ofSeveralRequestsOfOneNumberTheLatestIsAnsweredFromElsewhere() throws Exception {
        PingScene scene = new PingScene()
                .at(0, Ping.between(A, "192.0.2.20").request(1))
                .at(10, Ping.between(A, "192.0.2.30").request(1))
                .at(20, Ping.between(A, "192.0.2.10").request(2));
        byte[] again = Ping.between(A, "192.0.2.20").identification(9).request(1);
        byte[] reply = Ping.between(A, "198.51.100.9").reply(1);
        assertEquals(List.of("192.0.2.20"), answered(scene.at(30, again).at(40, reply)));
        assertEquals(
                List.of("192.0.2.30"),
                answered(new PingScene()
                        .at(0, Ping.between(A, "192.0.2.20").request(1))
                        .at(10, Ping.between(A, "192.0.2.30").request(1))
                        .at(20, Ping.between(A, "192.0.2.10").request(2))
                        .at(40, reply)));
    }

    private static List<String> answered(PingScene scene) throws Exception {
        return scene.report().echo().sessions().entries().stream()
                .filter(session -> session.received() == 1)
                .map(session -> session.responder().toString())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"64, 1", "65, 0"})
    void anAnswerFromElsewhereIsOneToTheLatestSixtyFourHostsThatWereAsked(int hosts, int received) throws Exception {
        PingScene scene = new PingScene();
        for (int i = 1; i <= hosts; i++) {
            scene.at(i, Ping.between(A, "198.51.100." + i).request(i));
        }
        scene.at(100, Ping.between(A, "203.0.113.9").reply(1));
        assertEquals(received, scene.report().echo().received());
    }

    /** Each answers from elsewhere after the next one was asked. */
    @Test
    void whomManyHostsAskedLastIsKnownHoweverManyTheyAre() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 1; i <= 100; i++) {
            for (int asker = 0; asker < 40; asker++) {
                String from = "10.0.0." + asker;
                scene.at(10 * i, Ping.between(from, "198.51.100." + i).request(i));
                if (i > 1) {
                    scene.at(10 * i + 1, Ping.between(from, "203.0.113.9").reply(i - 1));
                }
            }
        }
        EchoReport echo = scene.end().report().echo();
        assertEquals(40 * 100, echo.sent());
        assertEquals(40 * 99, echo.received());
    }

    /** Whom the host asked before and after those that had to make room is found still. */
    @Test
    void thoseThatAreKeptBeyondALimitAreAnsweredFromElsewhereToo() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 1; i <= 200; i++) {
            scene.at(i, Ping.between(A, "198.51.100." + i).request(i));
        }
        for (int i = 1; i <= 200; i++) {
            scene.at(200 + i, Ping.between(A, "203.0.113.9").reply(i));
        }
        AnalysisOptions options = AnalysisOptions.defaults();
        EchoReport echo = scene.end()
                .report(options.withLimits(options.limits().withSessions(60)))
                .echo();
        List<EchoSession> kept = echo.sessions().entries().stream()
                .filter(session -> session.sent() > 0)
                .toList();
        assertTrue(kept.size() > 10, () -> kept.size() + " kept");
        for (EchoSession session : kept) {
            assertEquals(1, session.received(), session.responder()::toString);
            assertEquals(List.of("203.0.113.9"), names(session));
        }
    }
}
