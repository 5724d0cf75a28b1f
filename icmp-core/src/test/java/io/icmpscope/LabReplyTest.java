package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.PrintedPing.Lost;
import io.icmpscope.PrintedPing.Reply;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.LossBurst;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.RttSummary.Distribution;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say of single replies, and how they are spread, is what ping printed line by line. */
class LabReplyTest {

    /** Ping takes its times in user space, the capture in the kernel. */
    private static final double TOLERANCE_MILLIS = 0.2;

    /** Of more than 128 round trips a percentile is within so much of itself. */
    private static final double STEP = 0.004;

    private static final int MOST_EXACT = 128;
    private static final int MOST_BURSTS = 16;
    private static final double LATE_MILLIS = 4000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping4-loss", "ping6-loss", "ping4-duplicates", "ping4-reordered", "ping6-reordered",
                "ping4-late", "ping6-late", "ping4-copies", "ping6-copies", "ping4-mixture",
                "ping6-mixture", "ping4-midway", "ping6-midway", "outage4", "outage6"
            })
    void everyReplyTookAsLongAsItsLineSays(String scene) throws IOException {
        Map<Integer, List<Duration>> ours = roundTrips(scene);
        Map<Integer, Integer> used = new HashMap<>();
        List<Reply> printed = ping(scene).replies();
        for (Reply reply : printed) {
            int before = used.merge(reply.sequenceNumber(), 1, Integer::sum) - 1;
            assertNear(reply, ours.get(reply.sequenceNumber()).get(before));
        }
        assertEquals(ours.values().stream().mapToInt(List::size).sum(), printed.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping4-cut", "ping6-cut"})
    void theRepliesThatWereCapturedWithTheirRequestsTookAsLongAsTheirLinesSay(String scene) throws IOException {
        Map<Integer, List<Duration>> ours = roundTrips(scene);
        for (Reply reply : ping(scene).replies()) {
            List<Duration> captured = ours.remove(reply.sequenceNumber());
            if (captured != null) {
                assertEquals(1, captured.size());
                assertNear(reply, captured.get(0));
            }
        }
        assertEquals(Map.of(), ours);
        assertEquals(
                Lab.session(Lab.analyze(scene)).received(), roundTrips(scene).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping4-loss", "ping6-loss", "ping4-reordered", "ping6-reordered", "ping4-late", "ping6-late",
                "ping4-copies", "ping6-copies", "ping4-mixture", "ping6-mixture", "outage4", "outage6"
            })
    void thePercentilesAreThoseOfTheLines(String scene) throws IOException {
        List<Reply> replies = ping(scene).replies();
        double[] sorted = replies.stream().mapToDouble(Reply::millis).sorted().toArray();
        int n = sorted.length;
        double roundedBy = replies.stream().mapToDouble(Reply::roundedBy).max().orElseThrow();
        Distribution ours = Lab.session(Lab.analyze(scene)).rtt().distribution();
        assertPercentile((sorted[(n - 1) / 2] + sorted[n / 2]) / 2, ours.median(), n, roundedBy);
        assertPercentile(sorted[rank(n, 90)], ours.p90(), n, roundedBy);
        assertPercentile(sorted[rank(n, 95)], ours.p95(), n, roundedBy);
        assertPercentile(sorted[rank(n, 99)], ours.p99(), n, roundedBy);
    }

    private static int rank(int n, int percent) {
        return (int) Math.ceil(n * percent / 100.0) - 1;
    }

    private static void assertPercentile(double printed, Duration ours, int n, double roundedBy) {
        double tolerance = TOLERANCE_MILLIS + roundedBy + (n > MOST_EXACT ? STEP * printed : 0);
        assertEquals(printed, millis(ours), tolerance);
    }

    /** RFC 3550 section 6.4.1: J += (|D| - J) / 16, in the order in which the replies came. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping4-loss", "ping6-loss", "ping4-reordered", "ping6-reordered", "ping4-late", "ping6-late",
                "ping4-copies", "ping6-copies", "ping4-mixture", "ping6-mixture", "outage4", "outage6"
            })
    void theJitterIsThatOfTheLines(String scene) throws IOException {
        List<Reply> replies = ping(scene).replies();
        double jitter = 0;
        double doubt = 0;
        for (int i = 1; i < replies.size(); i++) {
            Reply before = replies.get(i - 1);
            Reply reply = replies.get(i);
            jitter += (Math.abs(reply.millis() - before.millis()) - jitter) / 16;
            doubt += (reply.roundedBy() + before.roundedBy() + TOLERANCE_MILLIS / 4 - doubt) / 16;
        }
        assertTrue(jitter > 3 * doubt || jitter > 1, "a jitter that shows");
        Distribution ours = Lab.session(Lab.analyze(scene)).rtt().distribution();
        assertEquals(jitter, millis(ours.jitter()), doubt);
    }

    @ParameterizedTest
    @CsvSource({
        "ping4-late, true",
        "ping6-late, true",
        "ping4-mixture, true",
        "ping6-mixture, true",
        "ping4-reordered, false",
        "ping4-copies, false",
        "outage4, false",
    })
    void theLateOnesAreThoseThatTookMoreThanFourSeconds(String scene, boolean some) throws IOException {
        long printed = ping(scene).firstReplies().stream()
                .filter(reply -> reply.millis() > LATE_MILLIS)
                .count();
        assertEquals(some, printed > 0);
        assertEquals(printed, Lab.session(Lab.analyze(scene)).late());
    }

    @ParameterizedTest
    @CsvSource({
        "ping4-reordered, true",
        "ping6-reordered, true",
        "ping4-late, true",
        "ping6-late, true",
        "ping4-mixture, true",
        "ping6-mixture, true",
        "ping4-copies, false",
        "ping6-copies, false",
        "ping4-loss, false",
    })
    void theOnesOutOfOrderAreThosePrintedBehindALaterOne(String scene, boolean some) throws IOException {
        long printed = ping(scene).outOfOrder();
        assertEquals(some, printed > 0);
        assertEquals(printed, Lab.session(Lab.analyze(scene)).outOfOrder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping4-loss",
                "ping6-loss",
                "ping4-mixture",
                "ping6-mixture",
                "ping4-midway",
                "ping6-midway",
                "ping4-router-any-loss",
                "ping6-router-any-loss",
                "ping4-router-any-sll1",
                "ping6-router-any-sll1",
                "outage4",
                "outage6",
                "places4-near",
                "places6-near",
                "fragments4-loss-near",
                "fragments6-loss-near"
            })
    void theBurstsAreTheSequenceNumbersThatHaveNoLine(String scene) throws IOException {
        List<Lost> printed = ping(scene.replace("-near", "")).lost();
        assertTrue(printed.size() > 0);
        EchoSession session = Lab.session(Lab.analyze(scene));
        assertEquals(Math.max(0, printed.size() - MOST_BURSTS), session.lossBurstsOmitted());
        assertEquals(
                printed.stream().limit(MOST_BURSTS).toList(),
                session.lossBursts().stream()
                        .map(burst -> new Lost(burst.firstSequenceNumber(), burst.lastSequenceNumber()))
                        .toList());
        Map<Integer, Instant> sent = sent(scene);
        for (LossBurst burst : session.lossBursts()) {
            assertEquals(burst.lastSequenceNumber() - burst.firstSequenceNumber() + 1, burst.count());
            assertEquals(sent.get(burst.firstSequenceNumber()), burst.firstTime());
            assertEquals(sent.get(burst.lastSequenceNumber()), burst.lastTime());
        }
    }

    private static PrintedPing ping(String scene) throws IOException {
        List<PrintedPing> pings = PrintedPing.of(Lab.printed(scene));
        assertEquals(1, pings.size());
        return pings.get(0);
    }

    private static void assertNear(Reply printed, Duration ours) {
        assertEquals(printed.millis(), millis(ours), TOLERANCE_MILLIS + printed.roundedBy(), printed::toString);
    }

    /** The round trips by sequence number, in the order in which the replies came. */
    private static Map<Integer, List<Duration>> roundTrips(String scene) throws IOException {
        int identifier = Lab.session(Lab.analyze(scene)).identifier();
        Map<Integer, List<Duration>> trips = new HashMap<>();
        for (PacketEntry packet : Lab.packets(scene)) {
            if (packet.rtt() != null && packet.identifier() == identifier) {
                assertNotNull(packet.requestFrame());
                trips.computeIfAbsent(packet.sequenceNumber(), first -> new ArrayList<>())
                        .add(packet.rtt());
            }
        }
        return trips;
    }

    /** When each request was sent. */
    private static Map<Integer, Instant> sent(String scene) throws IOException {
        int identifier = Lab.session(Lab.analyze(scene)).identifier();
        Map<Integer, Instant> times = new HashMap<>();
        for (PacketEntry packet : Lab.packets(scene)) {
            if (isRequest(packet) && packet.identifier() == identifier) {
                times.putIfAbsent(packet.sequenceNumber(), packet.time());
            }
        }
        return times;
    }

    private static boolean isRequest(PacketEntry packet) {
        return packet.icmpVersion() == 4 ? packet.icmpType() == 8 : packet.icmpType() == 128;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
