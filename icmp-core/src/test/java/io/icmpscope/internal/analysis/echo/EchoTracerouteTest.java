package io.icmpscope.internal.analysis.echo;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LossBurst;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Probes of a traceroute are no pings: that routers let them expire is what they were sent for. */
class EchoTracerouteTest {

    private static final Ping PROBE = Ping.between("192.0.2.1", "198.51.100.7");

    /** From 203.0.113.1, with the whole request behind it. */
    private static byte[] expired(byte[] request) {
        return join(hex("45 00 0040 0001 0000 40 01 0000 cb007101 c0000201", "0b 00 0000 00000000"), request);
    }

    @Test
    void aTracerouteIsNoLossyPing() throws Exception {
        byte[] first = PROBE.ttl(1).request(1);
        EchoReport echo = new PingScene()
                .at(0, first)
                .at(3, expired(first))
                .at(100, PROBE.ttl(2).request(2)) // a silent hop
                .at(5200, PROBE.ttl(3).request(3))
                .at(5210, PROBE.ttl(60).reply(3))
                .end()
                .report()
                .echo();
        assertEquals(0, echo.sessions().total());
        assertEquals(0, echo.sent());
        assertEquals(0, echo.received());
        assertNull(echo.lossPercent());
    }

    /** Windows gives ping and tracert one identifier. */
    @Test
    void aPingAndATracerouteOfOneIdentifierArePartedByTheirTimesToLive() throws Exception {
        byte[] probe = PROBE.ttl(1).request(3);
        EchoSession session = new PingScene()
                .at(0, PROBE.ttl(128).request(1))
                .at(10, PROBE.ttl(57).reply(1))
                .at(1000, PROBE.ttl(128).request(2))
                .at(7000, probe)
                .at(7003, expired(probe))
                .end()
                .session();
        assertEquals(2, session.sent());
        assertEquals(1, session.received());
        assertEquals(1, session.lost());
        assertEquals(0, session.errors());
        assertEquals(1, session.lossBursts().size());
        assertEquals(2, session.lossBursts().get(0).firstSequenceNumber());
    }

    /** Its time to live was large: it went in circles, or a very long way. */
    @Test
    void anOrdinaryPingThatExpiresIsLost() throws Exception {
        byte[] request = PROBE.ttl(64).request(1);
        EchoSession session =
                new PingScene().at(0, request).at(3, expired(request)).end().session();
        assertEquals(1, session.sent());
        assertEquals(1, session.lost());
        assertEquals(1, session.errors());
    }

    /** Systems that start with 32 are old, and ping has an option for it. */
    @Test
    void aPingOfOneSmallTimeToLiveIsNoTracerouteWhenOneExpires() throws Exception {
        byte[] request = PROBE.ttl(32).request(1);
        IcmpReport report = new PingScene()
                .at(0, request)
                .at(3, expired(request))
                .at(1000, PROBE.ttl(32).request(2))
                .at(1010, PROBE.ttl(60).reply(2))
                .end()
                .report();
        assertEquals(2, report.echo().sent());
        assertEquals(1, report.echo().lost());
        assertEquals(0, report.traceroutes().total());
    }

    @Test
    void requestsOfSmallTimeToLiveThatNothingExpiredAreAPing() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PROBE.ttl(5).request(1))
                .at(3, PROBE.reply(1))
                .at(1000, PROBE.ttl(5).request(2))
                .end()
                .session();
        assertEquals(2, session.sent());
        assertEquals(1, session.lost());
    }

    /** Of eight requests four are probes, one of which reached its goal; the last three may still be answered. */
    @Test
    void allCountsOfAPingAmongProbesArePartedByTheirTimesToLive() throws Exception {
        byte[] first = PROBE.ttl(1).request(2);
        EchoSession session = new PingScene()
                .at(0, PROBE.ttl(128).request(1))
                .at(5_000, first)
                .at(5_003, expired(first))
                .at(6_000, PROBE.ttl(2).request(3)) // a silent hop
                .at(7_000, PROBE.ttl(3).request(4))
                .at(7_010, PROBE.ttl(60).reply(4))
                .at(8_000, PROBE.ttl(128).request(5))
                .at(20_000, PROBE.ttl(4).request(6))
                .at(20_000, PROBE.ttl(128).request(7))
                .at(20_000, PROBE.ttl(128).request(8))
                .session();
        assertEquals(5, session.sent());
        assertEquals(1, session.received());
        assertEquals(2, session.pending());
        assertEquals(2, session.lost());
        assertEquals(0, session.errors());
        assertEquals(
                List.of(1, 5),
                session.lossBursts().stream()
                        .map(LossBurst::firstSequenceNumber)
                        .toList());
        assertEquals(
                List.of(1L, 1L),
                session.lossBursts().stream().map(LossBurst::count).toList());
    }

    @ParameterizedTest
    @CsvSource({"32, 0", "33, 1"})
    void aTimeToLiveOfThirtyTwoIsTheLargestOfAProbe(int ttl, int pings) throws Exception {
        byte[] first = PROBE.ttl(1).request(1);
        EchoReport echo = new PingScene()
                .at(0, first)
                .at(3, expired(first))
                .at(1_000, PROBE.ttl(ttl).request(2))
                .end()
                .report()
                .echo();
        assertEquals(pings, echo.sessions().total());
        assertEquals(pings, echo.sent());
        assertEquals(pings, echo.lost());
    }
}
