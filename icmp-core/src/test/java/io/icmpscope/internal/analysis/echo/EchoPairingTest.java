package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.PacketEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which reply answers which request, when a message comes twice, late, again or in another order. */
class EchoPairingTest {

    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";
    private static final Ping PING = Ping.between(A, B);

    @Test
    void aSecondReplyIsADuplicate() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(1))
                .at(10, PING.reply(1))
                .at(30, PING.reply(1))
                .session();
        assertEquals(1, session.received());
        assertEquals(1, session.duplicates());
        assertEquals(2, session.rtt().count(), "ping measures duplicates too");
        assertEquals(Duration.ofMillis(30), session.rtt().max());
    }

    /** Trap 7: copies. */
    @Test
    void aMirroredPortThatSeesEveryPacketTwiceChangesNoCount() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 5; i++) {
            scene.at(1000 * i, PING.request(i)).at(1000 * i + 0.2, PING.request(i));
            scene.at(1000 * i + 10, PING.reply(i)).at(1000 * i + 10.2, PING.reply(i));
        }
        EchoSession session = scene.session();
        assertEquals(5, session.sent());
        assertEquals(5, session.received());
        assertEquals(10, session.captureCopies());
        assertEquals(0, session.duplicates());
        assertEquals(0, session.retransmissions());
        assertEquals(5, session.rtt().count());
        assertEquals(Duration.ofMillis(10), session.rtt().max(), "from the first copy to the first copy");
    }

    @Test
    void aFloodOfOnePacketIsNotCapturedThousandsOfTimes() throws Exception {
        PingScene scene = new PingScene();
        Ping same = Ping.between("192.0.2.1", "192.0.2.2");
        for (int i = 0; i < 1000; i++) {
            scene.at(i * 0.001, same.request(1));
        }
        EchoSession session = scene.end().session();
        assertTrue(session.captureCopies() < 100, () -> session.captureCopies() + " copies");
        assertEquals(1000, session.sent() + session.retransmissions() + session.captureCopies());
    }

    @Test
    void aRequestSeenAgainBehindARouterIsACopy() throws Exception {
        EchoSession session = new PingScene()
                .at(0, Ping.between(A, B).identification(77).ttl(64).request(1))
                .at(50, Ping.between(A, B).identification(77).ttl(63).request(1))
                .at(90, Ping.between(A, B).identification(5).ttl(64).reply(1))
                .at(100, Ping.between(A, B).identification(5).ttl(63).reply(1))
                .session();
        assertEquals(1, session.sent());
        assertEquals(2, session.captureCopies());
        assertEquals(Duration.ofMillis(90), session.rtt().min());
    }

    @Test
    void aNetworkThatDoublesRepliesIsNotAMirroredPort() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(1))
                .at(10, PING.reply(1))
                .at(10.1, PING.reply(1))
                .session();
        assertEquals(1, session.duplicates());
        assertEquals(0, session.captureCopies());
    }

    /** Trap 7: retransmissions. */
    @Test
    void anUnansweredRequestOfTheSameNumberIsARetransmission() throws Exception {
        EchoSession session = new PingScene()
                .at(0, Ping.between(A, B).identification(1).request(1))
                .at(1000, Ping.between(A, B).identification(2).request(1))
                .at(1010, PING.reply(1))
                .session();
        assertEquals(1, session.sent(), "each sequence number once per use");
        assertEquals(1, session.retransmissions());
        assertEquals(1, session.received());
        assertEquals(0, session.late());
        assertEquals(Duration.ofMillis(10), session.rtt().max(), "since the latest request");
    }

    @Test
    void aNumberThatComesAgainAfterTheReplyTimeoutIsANewRequest() throws Exception {
        EchoSession session = new PingScene()
                .at(0, Ping.between(A, B).identification(1).request(1))
                .at(30_000, Ping.between(A, B).identification(2).request(1))
                .at(30_010, PING.reply(1))
                .session();
        assertEquals(2, session.sent());
        assertEquals(1, session.lost());
        assertEquals(0, session.retransmissions());
    }

    @Test
    void aProberThatAlwaysUsesOneNumberAsksAnewEachTime() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 10; i++) {
            scene.at(1000 * i, Ping.between(A, B).identification(i + 1).request(7));
            if (i % 2 == 0) {
                scene.at(1000 * i + 10, PING.reply(7));
            }
        }
        EchoSession session = scene.end().session();
        assertEquals(10, session.sent());
        assertEquals(5, session.lost());
        assertEquals(0, session.retransmissions());
    }

    @Test
    void aMirroredRetransmissionIsOneRetransmission() throws Exception {
        EchoSession session = new PingScene()
                .at(0, Ping.between(A, B).identification(1).request(1))
                .at(0.1, Ping.between(A, B).identification(1).request(1))
                .at(1000, Ping.between(A, B).identification(2).request(1))
                .at(1000.1, Ping.between(A, B).identification(2).request(1))
                .session();
        assertEquals(1, session.sent());
        assertEquals(1, session.retransmissions());
        assertEquals(2, session.captureCopies());
    }

    @Test
    void anAnsweredNumberThatIsUsedAgainIsANewRequest() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(1))
                .at(10, PING.reply(1))
                .at(2000, PING.request(1))
                .end()
                .session();
        assertEquals(2, session.sent());
        assertEquals(1, session.received());
        assertEquals(1, session.lost());
    }

    @Test
    void anUnansweredNumberUsedAgainAfterAMinuteIsANewRequest() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(1))
                .at(60_000, PING.request(1))
                .at(60_005, PING.reply(1))
                .session();
        assertEquals(2, session.sent());
        assertEquals(0, session.retransmissions());
        assertEquals(1, session.lost());
        assertEquals(Duration.ofMillis(5), session.rtt().max());
    }

    /** Trap 7: numbers that come round. */
    @Test
    void sequenceNumbersMayWrapWithinAMinute() throws Exception {
        PingScene scene = new PingScene();
        int lost = 40_000;
        for (int i = 0; i < 2 * 65_536; i++) { // a flood: two in a millisecond
            scene.at(i * 0.5, PING.request(i & 0xFFFF));
            if (i % 65_536 != lost) {
                scene.at(i * 0.5 + 0.1, PING.reply(i & 0xFFFF));
            }
        }
        EchoSession session = scene.end().session();
        assertEquals(2 * 65_536, session.sent());
        assertEquals(2, session.lost());
        assertEquals(0, session.retransmissions());
        assertEquals(0, session.outOfOrder());
        assertEquals(0, session.late());
        assertEquals(Duration.ofNanos(100_000), session.rtt().max());
    }

    @Test
    void aReplyToAnEarlierRequestThanOneAnsweredBeforeIsOutOfOrder() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(65_535))
                .at(10, PING.request(0)) // the next after 65,535
                .at(20, PING.request(1))
                .at(30, PING.reply(0))
                .at(40, PING.reply(65_535))
                .at(50, PING.reply(1))
                .session();
        assertEquals(1, session.outOfOrder());
        assertEquals(3, session.received());
    }

    /** Trap 6. */
    @Test
    void aReplyWithOtherDataIsAReplyAllTheSame() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(1))
                .at(10, Ping.between(A, B).data("something else").reply(1))
                .session();
        assertEquals(1, session.received());
    }

    @Test
    void aClockThatIsSetBackGivesNoNegativeTime() throws Exception {
        PingScene scene = new PingScene().at(1000, PING.request(1)).at(0, PING.reply(1));
        assertEquals(1, scene.session().received());
        assertNull(scene.session().rtt());
        assertNull(scene.report().packets().get(1).rtt());
    }

    @Test
    void requestsAndRepliesAreLinkedByFrame() throws Exception {
        List<PacketEntry> packets = new PingScene()
                .at(0, PING.request(1))
                .at(1, PING.request(2))
                .at(5, PING.reply(2))
                .at(7, PING.reply(1))
                .at(9, PING.reply(1))
                .at(11, PING.reply(3))
                .report()
                .packets();
        assertEquals(4L, packets.get(0).replyFrame(), "the first reply");
        assertEquals(3L, packets.get(1).replyFrame());
        assertEquals(2L, packets.get(2).requestFrame());
        assertEquals(Duration.ofMillis(4), packets.get(2).rtt());
        assertEquals(1L, packets.get(4).requestFrame());
        assertEquals(Duration.ofMillis(9), packets.get(4).rtt());
        assertNull(packets.get(5).requestFrame());
        assertTrue(packets.stream().skip(2).allMatch(packet -> packet.replyFrame() == null));
    }
}
