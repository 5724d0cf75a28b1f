package io.icmpscope.internal.analysis.echo;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.RttSummary;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shortest, average and longest round trip and how far they spread, also of very long ones. */
class EchoRoundTripsTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    private static void assertSum(Duration min, Duration avg, Duration max, Duration mdev, Duration... trips)
            throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < trips.length; i++) {
            scene.at(10_000 * i, PING.request(i)).atNanos(10_000_000_000L * i + trips[i].toNanos(), PING.reply(i));
        }
        RttSummary rtt = scene.session().rtt();
        assertEquals(trips.length, rtt.count());
        assertEquals(List.of(min, avg, max, mdev), List.of(rtt.min(), rtt.avg(), rtt.max(), rtt.mdev()));
    }

    @Test
    void aSingleOneIsAllOfThem() throws Exception {
        assertSum(ofMillis(7), ofMillis(7), ofMillis(7), Duration.ZERO, ofMillis(7));
    }

    /** 4, 2, 2 and 8 ms around 4 ms: 0, 2, 2, 4, the root of 24 / 4. */
    @Test
    void theShortestAndTheLongestMayStandAnywhere() throws Exception {
        assertSum(
                ofMillis(2),
                ofMillis(4),
                ofMillis(8),
                ofNanos(2_449_489),
                ofMillis(4),
                ofMillis(2),
                ofMillis(8),
                ofMillis(2));
        assertSum(
                ofMillis(2),
                ofMillis(4),
                ofMillis(8),
                ofNanos(2_449_489),
                ofMillis(8),
                ofMillis(2),
                ofMillis(2),
                ofMillis(4));
    }

    /** Two of 4 s make a sum of squares of more than 64 bits. */
    @Test
    void secondsAreSummedUpExactly() throws Exception {
        assertSum(
                ofSeconds(2),
                ofSeconds(3),
                ofSeconds(4),
                ofSeconds(1),
                ofSeconds(4),
                ofSeconds(4),
                ofSeconds(2),
                ofSeconds(2));
        assertSum(
                ofSeconds(2),
                ofSeconds(3),
                ofSeconds(4),
                ofSeconds(1),
                ofSeconds(2),
                ofSeconds(4),
                ofSeconds(4),
                ofSeconds(2),
                ofSeconds(4),
                ofSeconds(2));
    }

    /** The row has 32 bits for each: what is longer and all that came before and come after are summed up elsewhere. */
    @Test
    void longOnesCountWithThoseBeforeAndAfterThem() throws Exception {
        assertSum(
                ofSeconds(1),
                ofSeconds(3),
                ofSeconds(5),
                ofSeconds(2),
                ofSeconds(1),
                ofSeconds(5),
                ofSeconds(1),
                ofSeconds(5));
        assertSum(ofSeconds(1), ofSeconds(3), ofSeconds(5), ofSeconds(2), ofSeconds(5), ofSeconds(1));
    }

    @Test
    void soItIsOnBothSidesOfThirtyTwoBits() throws Exception {
        for (long nanos = 0xFFFF_FFFFL; nanos <= 0x1_0000_0001L; nanos++) {
            Duration trip = ofNanos(nanos);
            assertSum(trip, trip, trip, Duration.ZERO, trip, trip);
        }
    }
}
