package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.PacketEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when a message is still a copy, an answer or one sent again: on both sides of each boundary. */
class EchoBoundariesTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private static Ping ping() {
        return Ping.between("192.0.2.1", "192.0.2.2");
    }

    /** The same identification: two milliseconds where the TTL is the same, a second where a router changed it. */
    @ParameterizedTest
    @CsvSource({
        "64, 0, 1",
        "64, 1_999_999, 1",
        "64, 2_000_000, 0",
        "63, 999_999_999, 1",
        "63, 1_000_000_000, 0",
    })
    void aRequestIsACopyOfTheOneBeforeForAShortTime(int ttl, String nanos, int copies) throws Exception {
        EchoSession session = new PingScene()
                .at(0, ping().request(1))
                .atNanos(number(nanos), ping().ttl(ttl).request(1))
                .session();
        assertEquals(1, session.sent());
        assertEquals(copies, session.captureCopies());
        assertEquals(1 - copies, session.retransmissions());
    }

    /** After that it is a second answer. */
    @ParameterizedTest
    @CsvSource({"63, 999_999_999, 1", "63, 1_000_000_000, 0", "64, 1_999_999, 0"})
    void aReplyIsACopyOfTheOneBeforeForAShortTime(int ttl, String nanos, int copies) throws Exception {
        EchoSession session = new PingScene()
                .at(0, ping().request(1))
                .at(10, ping().reply(1))
                .atNanos(10 * MILLI + number(nanos), ping().ttl(ttl).reply(1))
                .session();
        assertEquals(copies, session.captureCopies());
        assertEquals(1 - copies, session.duplicates());
    }

    @Test
    void aReplyIsCapturedAsOftenAsItsRequestAndWhatIsBeyondAreDuplicates() throws Exception {
        EchoSession session = new PingScene()
                .at(0, ping().request(1))
                .at(0.1, ping().request(1))
                .at(0.2, ping().request(1))
                .at(10, ping().reply(1))
                .at(10.1, ping().reply(1))
                .at(10.2, ping().reply(1))
                .at(10.3, ping().reply(1))
                .session();
        assertEquals(4, session.captureCopies());
        assertEquals(1, session.duplicates());
    }

    @ParameterizedTest
    @CsvSource({"65, 64, 0", "66, 64, 1"})
    void aPacketIsCapturedSixtyFourTimesMoreAtMost(int requests, int copies, int again) throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < requests; i++) {
            scene.at(i * 0.01, ping().request(1));
        }
        EchoSession session = scene.session();
        assertEquals(copies, session.captureCopies());
        assertEquals(again, session.retransmissions());
    }

    /** Identifications with their highest bit, so that one could spill into the other. */
    @Test
    void theIdentificationsOfRequestAndReplyAreRememberedApart() throws Exception {
        EchoSession session = new PingScene()
                .at(0, ping().identification(0x8001).request(1))
                .at(10, ping().identification(0x9002).reply(1))
                .at(20, ping().identification(0x8001).ttl(63).request(1))
                .at(30, ping().identification(0x9002).ttl(63).reply(1))
                .at(40, ping().identification(0x8001).ttl(62).reply(1))
                .end()
                .session();
        assertEquals(1, session.sent());
        assertEquals(2, session.captureCopies());
        assertEquals(1, session.duplicates(), "of the identification of the request");
    }

    @Test
    void theRoundTripOfAPacketIsCountedFromTheLatestCopyOfItsRequest() throws Exception {
        List<PacketEntry> packets = new PingScene()
                .at(0, ping().request(1))
                .at(0.25, ping().request(1))
                .at(10, ping().reply(1))
                .at(10.5, ping().reply(1))
                .report()
                .packets();
        for (int copy = 2; copy < 4; copy++) {
            assertEquals(2L, packets.get(copy).requestFrame());
            assertEquals(
                    Duration.ofNanos(copy == 2 ? 9_750_000 : 10_250_000),
                    packets.get(copy).rtt());
        }
    }

    /** Sent again with other data, identification and TTL: it is this one that is copied and answered. */
    @Test
    void whatWasSentAgainTakesThePlaceOfTheFirst() throws Exception {
        Ping again = ping().identification(7).ttl(50).data("second");
        PingScene scene = new PingScene()
                .at(0, ping().request(1))
                .at(0.5, ping().request(1))
                .at(1_000, again.request(1))
                .at(1_010, again.reply(1));
        assertEquals(3L, scene.report().packets().get(3).requestFrame());
        assertEquals(Duration.ofMillis(10), scene.report().packets().get(3).rtt());
        EchoSession session = scene.at(1_001.999, again.request(1))
                .at(1_003, again.request(1))
                .end()
                .session();
        assertEquals(1, session.retransmissions());
        assertEquals(2, session.captureCopies());
        assertEquals(0, session.payloadMismatches());
        assertEquals(2, session.sent(), "the last is 3 ms behind, at an equal TTL, and its number was answered");
    }

    /** At the reply timeout of 4 s a request of the same number is a new one; at the same time it is not. */
    @ParameterizedTest
    @CsvSource({"0, 1", "3_999_999_999, 1", "4_000_000_000, 0"})
    void aRequestIsSentAgainWithinTheReplyTimeout(String nanos, int again) throws Exception {
        EchoSession session = new PingScene()
                .at(0, ping().identification(1).request(1))
                .atNanos(number(nanos), ping().identification(2).request(1))
                .session();
        assertEquals(again, session.retransmissions());
        assertEquals(2 - again, session.sent());
    }

    /** An answer may come within a minute, another one within ten seconds of it. */
    @Test
    void answersAreTakenForAMinuteAndDuplicatesForTenSeconds() throws Exception {
        for (int late = 0; late < 2; late++) {
            EchoSession first = new PingScene()
                    .at(0, ping().request(1))
                    .atNanos(60 * SECOND - 1 + late, ping().reply(1))
                    .end()
                    .session();
            assertEquals(1 - late, first.received());
            assertEquals(late, first.unsolicited());
            EchoSession second = new PingScene()
                    .at(0, ping().request(1))
                    .at(10, ping().reply(1))
                    .atNanos(10 * MILLI + 10 * SECOND - 1 + late, ping().reply(1))
                    .session();
            assertEquals(1 - late, second.duplicates());
            assertEquals(late, second.unsolicited());
        }
    }

    @Test
    void aReplyThatStandsBeforeItsRequestIsRememberedByItsOwnTime() throws Exception {
        for (int late = 0; late < 2; late++) {
            EchoSession session = new PingScene()
                    .at(5, ping().reply(1))
                    .at(0, ping().request(1))
                    .atNanos(5 * MILLI + 10 * SECOND - 1 + late, ping().reply(1))
                    .session();
            assertEquals(1, session.received());
            assertEquals(1 - late, session.duplicates());
            assertEquals(late, session.unsolicited());
        }
    }

    @Test
    void anAnswerAtTheSameTimeTookNoTime() throws Exception {
        EchoSession session = new PingScene()
                .at(0, ping().request(1))
                .at(0, ping().reply(1))
                .at(10, ping().request(2))
                .at(14, ping().reply(2))
                .session();
        assertEquals(2, session.rtt().count());
        assertEquals(Duration.ZERO, session.rtt().min());
        assertEquals(Duration.ofMillis(2), session.rtt().avg());
    }

    /** Half of all sequence numbers later, within the reply timeout. */
    @ParameterizedTest
    @CsvSource({"32_766, 1", "32_767, 0"})
    void aNumberThatComesAgainAfterHalfOfAllNumbersHasComeRound(String between, int again) throws Exception {
        int others = (int) number(between);
        PingScene scene = new PingScene().at(0, ping().request(60_000));
        for (int i = 0; i <= others; i++) {
            scene.at(i * 0.1, ping().identification(i).request(i));
        }
        EchoSession session = scene.at(3_500, ping().request(0)).session();
        assertEquals(again, session.retransmissions());
        assertEquals(others + 3 - again, session.sent());
    }

    /** Twice the longest round trip, but no longer than the reply timeout, and that when there is no round trip. */
    @ParameterizedTest
    @CsvSource({
        "0, 3_999_999_999, 1",
        "0, 4_000_000_000, 0",
        "1000, 1_999_999_999, 1",
        "1000, 2_000_000_000, 0",
        "3000, 3_999_999_999, 1",
        "3000, 4_000_000_000, 0",
        "5000, 3_999_999_999, 1",
        "5000, 4_000_000_000, 0",
    })
    void aRequestIsPendingAtTheEndOfTheCaptureForTwiceTheLongestRoundTrip(int trip, String nanos, int pending)
            throws Exception {
        PingScene scene = new PingScene().at(0, ping().request(1));
        if (trip > 0) {
            scene.at(trip, ping().reply(1));
        }
        scene.at(6_000, ping().request(2)).atNanos(6 * SECOND + number(nanos), other());
        EchoSession session = scene.report().echo().sessions().entries().get(0);
        assertEquals(2, session.sent());
        assertEquals(pending, session.pending());
        assertEquals(1 - pending + (trip > 0 ? 0 : 1), session.lost());
    }

    @Test
    void theLongestRoundTripMayBeLongerThanTheReplyTimeout() throws Exception {
        EchoSession session = new PingScene()
                .at(0, ping().request(1))
                .at(1_000, ping().reply(1))
                .at(10_000, ping().request(2))
                .at(15_000, ping().reply(2))
                .at(20_000, ping().request(3))
                .at(23_999, other())
                .report()
                .echo()
                .sessions()
                .entries()
                .get(0);
        assertEquals(3, session.sent());
        assertEquals(1, session.pending());
    }

    /** Ends the capture, and is no loss. */
    private static byte[] other() {
        return Ping.between("198.51.100.1", "198.51.100.2").reply(1);
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace("_", ""));
    }
}
