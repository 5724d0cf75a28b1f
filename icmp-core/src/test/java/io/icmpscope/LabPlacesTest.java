package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.TimeExceeded;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One ping, seen by the router that forwards it, by its target, or at two places: what ping and nft printed. */
class LabPlacesTest {

    private static final double TOLERANCE_MILLIS = 0.2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping4-router-any",
                "ping6-router-any",
                "ping4-router-any-loss",
                "ping6-router-any-loss",
                "ping4-router-any-sll1",
                "ping6-router-any-sll1"
            })
    void aRouterThatSeesEveryPacketComeAndGoCountsAsPingDoes(String scene) throws IOException {
        PrintedPing ping = ping(scene);
        EchoSession session = Lab.session(Lab.analyze(scene));
        assertEquals(ping.sent(), session.sent());
        assertEquals(ping.received(), session.received());
        assertEquals(ping.lossPercent(), session.lossPercent(), 0.0001);
        assertEquals(0, session.duplicates());
        assertEquals(0, session.retransmissions());
        assertEquals(0, session.unsolicited());
        assertEquals(0, session.pending());
        assertEquals(session.sent() + session.received(), session.captureCopies(), "each once more");
        assertEquals(ping.times().get(0), session.rtt().min().toNanos() / 1e6, TOLERANCE_MILLIS);
        assertEquals(ping.times().get(1), session.rtt().avg().toNanos() / 1e6, TOLERANCE_MILLIS);
        assertEquals(ping.times().get(2), session.rtt().max().toNanos() / 1e6, TOLERANCE_MILLIS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping4-router-any-loss",
                "ping6-router-any-loss",
                "ping4-router-any-sll1",
                "ping6-router-any-sll1",
                "places4-near",
                "places6-near"
            })
    void whatARouterBehindTheCaptureDropsIsLost(String scene) throws IOException {
        String printed = scene.replace("-near", "");
        int dropped = Lab.dropped(printed, "requests") + Lab.dropped(printed, "replies");
        assertTrue(dropped > 0);
        assertEquals(dropped, Lab.session(Lab.analyze(scene)).lost());
    }

    /** The router saw the replies that it dropped come, so they are received, although ping did not get them. */
    @Test
    void aReplyThatARouterDropsItselfIsReceivedWhereItWasSeen() throws IOException {
        String scene = "ping4-router-any-drops";
        PrintedPing ping = ping(scene);
        int requests = Lab.dropped(scene, "requests");
        int replies = Lab.dropped(scene, "replies");
        EchoSession session = Lab.session(Lab.analyze(scene));
        assertEquals(ping.sent(), session.sent());
        assertEquals(ping.received() + replies, session.received());
        assertEquals(requests, session.lost());
        assertEquals(ping.sent() - requests + ping.received(), session.captureCopies(), "what was forwarded");
        assertEquals(0, session.duplicates());
    }

    @Test
    void behindANatTheSamePingIsThatOfAnotherHost() throws IOException {
        String scene = "ping4-router-any-nat";
        PrintedPing ping = ping(scene);
        List<EchoSession> sessions = Lab.inOrder(Lab.analyze(scene));
        assertEquals(2, sessions.size());
        assertNotEquals(sessions.get(0).requester(), sessions.get(1).requester());
        for (EchoSession session : sessions) {
            assertEquals(ping.target(), session.responder().toString());
            assertEquals(ping.sent(), session.sent());
            assertEquals(ping.received(), session.received());
            assertEquals(0, session.captureCopies());
        }
        assertEquals(ping.times().get(1), sessions.get(0).rtt().avg().toNanos() / 1e6, TOLERANCE_MILLIS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"places4", "places6"})
    void atTheSenderAPingLosesWhatItPrinted(String scene) throws IOException {
        PrintedPing ping = ping(scene);
        EchoSession near = Lab.session(Lab.analyze(scene + "-near"));
        assertEquals(ping.sent(), near.sent());
        assertEquals(ping.received(), near.received());
        assertEquals(0, near.captureCopies());
        assertEquals(ping.times().get(1), near.rtt().avg().toNanos() / 1e6, TOLERANCE_MILLIS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"places4", "places6"})
    void atTheTargetItLosesNothing(String scene) throws IOException {
        EchoSession far = Lab.session(Lab.analyze(scene + "-far"));
        assertEquals(ping(scene).sent() - Lab.dropped(scene, "requests"), far.sent());
        assertEquals(far.sent(), far.received());
        assertEquals(0, far.captureCopies());
    }

    /** Of both places together, too, a reply is received where it was seen: at the target. */
    @ParameterizedTest
    @ValueSource(strings = {"places4", "places6"})
    void whatCrossedBetweenTwoPlacesIsACopyAndARequestThatDidNotIsLost(String scene) throws IOException {
        PrintedPing ping = ping(scene);
        int requests = Lab.dropped(scene, "requests");
        int replies = Lab.dropped(scene, "replies");
        IcmpReport merged = IcmpAnalyzer.analyze(List.of(Lab.capture(scene + "-far"), Lab.capture(scene + "-near")));
        EchoSession session = Lab.session(merged);
        assertEquals(ping.sent(), session.sent());
        assertEquals(requests, session.lost());
        assertEquals(ping.received() + replies, session.received());
        assertEquals(ping.sent() - requests + ping.received(), session.captureCopies());
        assertEquals(0, session.duplicates());
        assertEquals(0, session.retransmissions());
        assertEquals(0, session.unsolicited());
        assertEquals(2, merged.captures().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fragments4-loss", "fragments6-loss"})
    void aPingOfWhichAFragmentIsLostIsLostWhereItWasNotWhole(String scene) throws IOException {
        PrintedPing ping = ping(scene);
        EchoSession near = Lab.session(Lab.analyze(scene + "-near"));
        EchoSession far = Lab.session(Lab.analyze(scene + "-far"));
        assertEquals(ping.sent(), near.sent());
        assertEquals(ping.received(), near.received());
        assertEquals(ping.lossPercent(), near.lossPercent(), 0.0001);
        assertEquals(List.of(2800), near.payloadSizes());
        assertEquals(far.sent(), far.received());
        assertFragments(Lab.dropped(scene, "requests"), near.sent() - far.sent());
        assertFragments(Lab.dropped(scene, "replies"), far.received() - near.received());
    }

    /** Each lost datagram lacks one of its two fragments, or both. */
    private static void assertFragments(int dropped, long datagrams) {
        assertTrue(datagrams <= dropped && dropped <= 2 * datagrams, dropped + " of " + datagrams);
        assertTrue(datagrams > 0);
    }

    /** Once the target gave up, after ping had ended. */
    @ParameterizedTest
    @ValueSource(strings = {"fragments4-loss", "fragments6-loss"})
    void theTargetSaysSoOfEachFirstFragmentWhoseRestNeverCame(String scene) throws IOException {
        long incomplete = Lab.analyze(scene + "-far").capture().incompleteFragments();
        assertTrue(incomplete > 0);
        for (String place : List.of("-near", "-far")) {
            assertEquals(
                    incomplete,
                    expired(scene + place)
                            .filter(error -> error.icmpCode() == 1)
                            .count());
        }
        assertEquals(incomplete, Lab.session(Lab.analyze(scene + "-near")).errors());
        assertEquals(0, Lab.session(Lab.analyze(scene + "-far")).errors(), "it never was a request there");
    }

    private static Stream<PacketEntry> expired(String capture) throws IOException {
        return Lab.packets(capture).stream().filter(packet -> packet.message() instanceof TimeExceeded);
    }

    private static PrintedPing ping(String scene) throws IOException {
        return PrintedPing.of(Lab.printed(scene)).get(0);
    }
}
