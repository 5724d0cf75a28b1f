package io.icmpscope.internal.analysis.total;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Rate;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When there were how many messages. A ping has 36 bytes, and a scene begins at second 1000. */
class RateTallyTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    @Test
    void aBucketHasItsMessagesAndTheirBytesAndAnEmptyOneIsLeftOut() throws Exception {
        Rate rate = new PingScene()
                .at(0, PING.request(1))
                .at(999.999, PING.request(2))
                .at(3_000, PING.request(3))
                .end() // which is no ICMP
                .report()
                .statistics()
                .rate();
        assertEquals(
                new Rate(
                        1,
                        List.of(
                                new Rate.Bucket(Instant.ofEpochSecond(1_000), 2, 72),
                                new Rate.Bucket(Instant.ofEpochSecond(1_003), 1, 36)),
                        new Rate.Peak(Instant.ofEpochSecond(1_000), 2),
                        List.of()),
                rate);
    }

    @Test
    void ofEqualPeaksTheFirstIsToldWhateverTheOrderInTheFile() throws Exception {
        Rate rate = new PingScene()
                .at(9_000, PING.request(1))
                .at(2_000, PING.request(2))
                .at(5_000, PING.request(3))
                .report()
                .statistics()
                .rate();
        assertEquals(new Rate.Peak(Instant.ofEpochSecond(1_002), 1), rate.peak());
        assertEquals(
                List.of(1_002L, 1_005L, 1_009L),
                rate.buckets().stream()
                        .map(bucket -> bucket.time().getEpochSecond())
                        .toList());
    }

    /** The scene begins at 16:40 after midnight, so that some times fall into one bucket more. */
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "119, 1",
        "120, 2",
        "239, 2",
        "240, 5",
        "599, 5",
        "600, 10",
        "3600, 60",
        "7100, 60",
        "86400, 900",
        "604800, 7200",
        "2500000, 21600",
        "31536000, 345600",
        "4294000000, 44236800"
    })
    void bucketsAreOfTheSmallestWidthThatMakesNoMoreThan120(long lastSecond, long bucketSeconds) throws Exception {
        Rate rate = new PingScene()
                .at(0, PING.request(1))
                .at(lastSecond * 1e3, PING.request(2))
                .report()
                .statistics()
                .rate();
        assertEquals(bucketSeconds, rate.bucketSeconds());
        rate.buckets().forEach(bucket -> assertEquals(0, bucket.time().getEpochSecond() % bucketSeconds));
        long span = rate.buckets().get(rate.buckets().size() - 1).time().getEpochSecond()
                - rate.buckets().get(0).time().getEpochSecond();
        assertTrue(span / bucketSeconds < 120);
    }

    @Test
    void whenMoreSecondsHaveMessagesThanAreKeptThePeakIsThatOfTwo() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 3; i++) {
            scene.at(500 * i, PING.request(i)); // seconds 1000 and 1001
        }
        for (int i = 0; i < 200; i++) {
            scene.at(1_100_000 * i, PING.request(i));
        }
        Rate rate = scene.report().statistics().rate();
        assertEquals(new Rate.Peak(Instant.ofEpochSecond(1_000), 2), rate.peak());
        assertEquals(203, rate.buckets().stream().mapToLong(Rate.Bucket::count).sum());
    }

    @Test
    void timesBefore1970HaveTheirBuckets() throws Exception {
        Pcapng file = Pcapng.littleEndian().section();
        file.iface(101, 262_144, file.timeOffset(-2));
        byte[] ping = PING.request(1);
        file.packet(0, 500_000, ping.length, ping.length, ping);
        Rate rate = IcmpAnalyzer.analyze(ByteBuffer.wrap(file.bytes()), AnalysisOptions.defaults())
                .statistics()
                .rate();
        assertEquals(new Rate.Peak(Instant.ofEpochSecond(-2), 1), rate.peak());
        assertEquals(List.of(new Rate.Bucket(Instant.ofEpochSecond(-2), 1, 36)), rate.buckets());
    }

    @Test
    void framesWithoutATimeHaveNoRate() throws Exception {
        Pcapng file = Pcapng.littleEndian().section();
        file.iface(101, 262_144);
        file.simple(36, PING.request(1));
        assertNull(IcmpAnalyzer.analyze(ByteBuffer.wrap(file.bytes()), AnalysisOptions.defaults())
                .statistics()
                .rate());
    }
}
