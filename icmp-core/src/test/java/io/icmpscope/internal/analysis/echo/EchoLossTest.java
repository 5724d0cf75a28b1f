package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent, received, lost and pending. */
class EchoLossTest {

    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";
    private static final Ping PING = Ping.between(A, B);

    @Test
    void aCleanPingHasNoLoss() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(1))
                .at(10, PING.reply(1))
                .at(1000, PING.request(2))
                .at(1020, PING.reply(2))
                .session();
        assertEquals(A, session.requester().toString());
        assertEquals(B, session.responder().toString());
        assertEquals(0x1234, session.identifier());
        assertEquals(2, session.sent());
        assertEquals(2, session.received());
        assertEquals(0, session.lost());
        assertEquals(0.0, session.lossPercent());
        assertEquals(1, session.firstFrame());
        assertEquals(4, session.lastFrame());
        assertEquals(Instant.ofEpochSecond(1000), session.firstTime());
        assertEquals(Instant.ofEpochSecond(1001, 20_000_000), session.lastTime());
    }

    @Test
    void theSameInIpv6() throws Exception {
        Ping ping = Ping.between("2001:db8::1", "2001:db8::2");
        EchoSession session = new PingScene()
                .at(0, ping.request(1))
                .at(10, ping.reply(1))
                .at(1000, ping.request(2))
                .end()
                .session();
        assertEquals(2, session.sent());
        assertEquals(1, session.received());
        assertEquals(50.0, session.lossPercent());
    }

    @Test
    void atTheEndOfTheCaptureALossNeedsNoLongerThanTwiceTheLongestRoundTrip() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(1))
                .at(10, PING.reply(1))
                .at(200, PING.request(2))
                .at(400, PING.request(3))
                .at(410, PING.reply(3))
                .at(600, PING.request(4))
                .session();
        assertEquals(1, session.lost(), "number 2, 400 ms old where answers take 10");
        assertEquals(1, session.pending(), "number 4, just sent");
    }

    @Test
    void aRequestWithoutAReplyIsLostOnceTheTimeoutIsOver() throws Exception {
        EchoSession session =
                new PingScene().at(0, PING.request(1)).at(4000, PING.request(2)).session();
        assertEquals(2, session.sent());
        assertEquals(1, session.lost(), "exactly as old as the timeout");
        assertEquals(1, session.pending());
        assertEquals(100.0, session.lossPercent(), "of those whose fate is known");
    }

    /** Trap 8. */
    @Test
    void whatIsYoungerThanTheTimeoutIsPendingAtTheEndOfTheCapture() throws Exception {
        EchoSession session =
                new PingScene().at(0, PING.request(1)).at(3999, PING.request(2)).session();
        assertEquals(0, session.lost());
        assertEquals(2, session.pending());
        assertNull(session.lossPercent());
    }

    @Test
    void theEndOfTheCaptureIsItsLatestFrameOfAnyKind() throws Exception {
        EchoSession session = new PingScene().at(0, PING.request(1)).end().session();
        assertEquals(1, session.lost());
        assertEquals(0, session.pending());
    }

    @Test
    void theTimeoutCanBeChosen() throws Exception {
        PingScene scene =
                new PingScene().at(0, PING.request(1)).at(600, PING.reply(1)).at(1000, PING.request(2));
        AnalysisOptions strict = AnalysisOptions.defaults().withReplyTimeout(Duration.ofMillis(500));
        EchoSession session = scene.report(strict).echo().sessions().entries().get(0);
        assertEquals(1, session.late());
        assertEquals(1, session.received(), "a late answer is an answer");
        assertEquals(0, scene.session().late());
    }

    @Test
    void aTimeoutOfAgesLeavesEverythingPending() throws Exception {
        PingScene scene = new PingScene().at(0, PING.request(1)).end();
        AnalysisOptions patient = AnalysisOptions.defaults().withReplyTimeout(Duration.ofSeconds(Long.MAX_VALUE));
        assertEquals(1, scene.report(patient).echo().pending());
    }

    @Test
    void aReplyExactlyAtTheTimeoutIsNotLate() throws Exception {
        PingScene scene = new PingScene().at(0, PING.request(1)).at(4000, PING.reply(1));
        assertEquals(0, scene.session().late());
        assertEquals(
                1,
                new PingScene()
                        .at(0, PING.request(1))
                        .at(4000.001, PING.reply(1))
                        .session()
                        .late());
    }

    @Test
    void aReplyToNoCapturedRequestIsUnsolicited() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.reply(7))
                .at(10, PING.request(8))
                .at(20, PING.reply(8))
                .session();
        assertEquals(1, session.unsolicited());
        assertEquals(1, session.sent());
        assertEquals(1, session.received());
        assertEquals(1, session.firstFrame());
    }

    /** Trap 6. */
    @Test
    void sessionsAreToldApartByAddressesAndIdentifier() throws Exception {
        EchoReport echo = new PingScene()
                .at(0, PING.request(1))
                .at(1, Ping.between(A, B).identifier(9).request(1))
                .at(2, Ping.between(A, "192.0.2.3").request(1))
                .at(3, Ping.between(B, A).request(1))
                .at(4, Ping.between(B, A).reply(1))
                .at(5, Ping.between(A, "192.0.2.3").request(2))
                .at(6, Ping.between(A, "192.0.2.3").reply(2))
                .report()
                .echo();
        List<EchoSession> sessions = echo.sessions().entries();
        assertEquals(4, sessions.size());
        assertEquals("192.0.2.3", sessions.get(0).responder().toString(), "most requests first");
        assertEquals(
                List.of(3L, 1L, 2L, 4L),
                sessions.stream().map(EchoSession::firstFrame).toList());
        assertEquals(5, echo.sent());
        assertEquals(2, echo.received());
        assertEquals(2, echo.pending());
        assertEquals(1, echo.lost(), "4 ms old where answers take 1 ms");
    }

    @Test
    void withoutTimesNothingIsPendingAndNothingIsMeasured() throws Exception {
        byte[] file = Pcapng.bigEndian()
                .iface(101, 0)
                .simple(36, PING.request(1))
                .simple(36, PING.reply(1))
                .simple(36, PING.request(2))
                .bytes();
        var report = io.icmpscope.IcmpAnalyzer.analyze(ByteBuffer.wrap(file), AnalysisOptions.defaults());
        EchoSession session = report.echo().sessions().entries().get(0);
        assertEquals(1, session.received());
        assertEquals(1, session.lost());
        assertNull(session.rtt());
        assertNull(session.firstTime());
        assertNull(session.lastTime());
        assertEquals(1L, report.packets().get(1).requestFrame());
        assertNull(report.packets().get(1).rtt());
    }

    @Test
    void thePingThatLostMostIsListedFirst() throws Exception {
        EchoReport echo = new PingScene()
                .at(0, PING.request(1))
                .at(1, PING.reply(1))
                .at(10, PING.request(2))
                .at(11, PING.reply(2))
                .at(20, Ping.between(A, "192.0.2.3").request(1))
                .end()
                .report()
                .echo();
        assertEquals(
                List.of(1L, 0L),
                echo.sessions().entries().stream().map(EchoSession::lost).toList());
        assertEquals(5, echo.sessions().entries().get(0).firstFrame());
    }
}
