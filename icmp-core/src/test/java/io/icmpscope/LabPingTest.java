package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.EchoSession;
import io.icmpscope.report.RttSummary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say of a recorded ping is what that ping itself printed in the end. */
class LabPingTest {

    /** Ping takes its times in user space, the capture in the kernel. */
    private static final double TOLERANCE_MILLIS = 0.2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping4-clean", "ping6-clean", "ping4-loss", "ping6-loss", "ping4-duplicates",
                "ping4-fragmented", "ping6-fragmented", "ping4-any", "ping4-any-sll1", "ping4-vlan",
                "ping4-nanos", "ping4-raw", "ping4-record-route", "ping4-pattern", "ping4-pcapng",
                "redirect4", "redirect6", "ping4-reordered", "ping6-reordered", "ping4-late",
                "ping6-late", "ping4-copies", "ping6-copies", "ping4-mixture", "ping6-mixture",
                "ping4-parallel", "ping6-parallel", "ping4-midway", "ping6-midway", "outage4",
                "outage6", "blackhole4", "blackhole6", "pmtu4-ignored", "pmtu6-ignored"
            })
    void everySessionHasTheCountsAndTimesThatItsPingPrinted(String scene) throws IOException {
        List<PrintedPing> pings = PrintedPing.of(Lab.printed(scene));
        List<EchoSession> sessions = Lab.inOrder(Lab.analyze(scene));
        assertEquals(pings.size(), sessions.size());
        for (int i = 0; i < pings.size(); i++) {
            PrintedPing ping = pings.get(i);
            EchoSession session = sessions.get(i);
            assertEquals(ping.target(), session.responder().toString());
            assertEquals(ping.sent(), session.sent(), "sent");
            assertEquals(ping.received(), session.received(), "received");
            assertEquals(ping.sent() - ping.received(), session.lost(), "lost");
            assertEquals(ping.duplicates(), session.duplicates(), "duplicates");
            assertEquals(ping.lossPercent(), session.lossPercent(), 0.0001, "loss");
            assertNothingElse(session);
            assertTimes(ping.times(), session.rtt());
            assertEquals(
                    ping.replies().stream()
                            .map(PrintedPing.Reply::ttl)
                            .distinct()
                            .sorted()
                            .toList(),
                    session.replyTtls());
        }
    }

    private static void assertNothingElse(EchoSession session) {
        assertEquals(0, session.pending());
        assertEquals(0, session.captureCopies());
        assertEquals(0, session.retransmissions());
        assertEquals(0, session.unsolicited());
        assertEquals(0, session.payloadMismatches());
        assertEquals(List.of(), session.otherResponders());
    }

    private static void assertTimes(List<Double> printed, RttSummary ours) {
        if (printed.isEmpty()) {
            assertNull(ours);
            return;
        }
        assertMillis(printed.get(0), ours.min(), "min");
        assertMillis(printed.get(1), ours.avg(), "avg");
        assertMillis(printed.get(2), ours.max(), "max");
        assertMillis(printed.get(3), ours.mdev(), "mdev");
    }

    private static void assertMillis(double printed, Duration ours, String what) {
        assertEquals(printed, ours.toNanos() / 1e6, TOLERANCE_MILLIS, what);
    }

    /** The other requests of these pings were refused by their own kernel, which knew the path MTU by then. */
    @ParameterizedTest
    @ValueSource(strings = {"pmtu4", "pmtu6"})
    void requestsThatNeverLeftTheSenderAreNotCounted(String scene) throws IOException {
        List<EchoSession> sessions = Lab.sessions(Lab.analyze(scene));
        assertEquals(List.of(1L, 3L), sessions.stream().map(EchoSession::sent).toList(), "most lost first");
        assertEquals(
                List.of(0L, 3L), sessions.stream().map(EchoSession::received).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unreachable4",
                "unreachable6",
                "refused4",
                "refused6",
                "loop4",
                "loop6",
                "ping4-midway",
                "ping6-midway",
                "ping4-loss"
            })
    void theErrorsOfASessionAreThoseThatPingCounted(String scene) throws IOException {
        List<Integer> printed = PrintedPing.of(Lab.printed(scene)).stream()
                .map(PrintedPing::errors)
                .toList();
        assertEquals(
                printed,
                Lab.inOrder(Lab.analyze(scene)).stream()
                        .map(session -> (int) session.errors())
                        .toList());
    }

    /** Some of its requests came before the capture, some of its replies after. */
    @ParameterizedTest
    @ValueSource(strings = {"ping4-cut", "ping6-cut"})
    void aPingOfWhichOnlyTheMiddleWasCapturedLostNothing(String scene) throws IOException {
        EchoSession session = Lab.session(Lab.analyze(scene));
        PrintedPing ping = PrintedPing.of(Lab.printed(scene)).get(0);
        assertEquals(ping.lossPercent(), session.lossPercent());
        assertEquals(0, session.lost());
        assertTrue(session.pending() > 0);
        assertTrue(session.unsolicited() > 0);
        assertEquals(session.sent(), session.received() + session.pending());
        assertTrue(session.sent() < ping.sent());
        assertEquals(List.of(), session.lossBursts());
        assertEquals(0, session.outOfOrder());
        assertEquals(0, Lab.analyze(scene).outages().total());
    }

    /** The four of them were started one after the other, and print in that order. */
    @ParameterizedTest
    @ValueSource(strings = {"ping4-parallel", "ping6-parallel"})
    void pingsOfOneHostToOneTargetAreToldApart(String scene) throws IOException {
        List<EchoSession> sessions = Lab.inOrder(Lab.analyze(scene));
        assertEquals(
                4,
                IntStream.range(0, 4)
                        .map(i -> sessions.get(i).identifier())
                        .distinct()
                        .count());
        assertTrue(sessions.get(1).firstTime().isBefore(sessions.get(0).lastTime()));
        assertEquals(sessions.get(0).responder(), sessions.get(3).responder());
        List<Integer> lines = PrintedPing.of(Lab.printed(scene)).stream()
                .map(ping -> ping.replies().size())
                .toList();
        assertEquals(
                lines,
                sessions.stream().map(session -> (int) session.received()).toList());
        assertTrue(lines.contains(0), "one has no reply at all");
    }
}
