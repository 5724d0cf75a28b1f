package io.icmpscope.internal.analysis.total;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Rate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When there were how many messages of each type. A ping has 36 bytes, by IPv6 56, and a scene begins at second 1000. */
class TypeRatesTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");
    private static final Ping PING6 = Ping.between("2001:db8::1", "2001:db8::2");
    private static final int REQUEST = 8;
    private static final int REPLY = 0;

    private static Rate.Bucket bucket(long second, long count, long bytes) {
        return new Rate.Bucket(Instant.ofEpochSecond(second), count, bytes);
    }

    private static Rate rate(PingScene scene) throws Exception {
        return scene.report(AnalysisOptions.defaults().withSeries(1))
                .statistics()
                .rate();
    }

    @Test
    void eachTypeHasItsBuckets() throws Exception {
        Rate rate = rate(new PingScene()
                .at(0, PING.request(1))
                .at(100, PING.reply(1))
                .at(200, PING.request(2))
                .at(1_300, PING6.request(1))
                .at(3_000, PING.reply(2)));
        assertEquals(
                List.of(
                        new Rate.OfType(4, REPLY, List.of(bucket(1_000, 1, 36), bucket(1_003, 1, 36))),
                        new Rate.OfType(4, REQUEST, List.of(bucket(1_000, 2, 72))),
                        new Rate.OfType(6, 128, List.of(bucket(1_001, 1, 56)))),
                rate.types());
    }

    @Test
    void theyAreAsWideAsThoseOfAllMessages() throws Exception {
        Rate rate = rate(new PingScene()
                .at(1_000, PING.request(1))
                .at(4_000, PING.reply(1))
                .at(299_000, PING.request(2)));
        assertEquals(5, rate.bucketSeconds());
        assertEquals(
                List.of(
                        new Rate.OfType(4, REPLY, List.of(bucket(1_000, 1, 36))),
                        new Rate.OfType(4, REQUEST, List.of(bucket(1_000, 1, 36), bucket(1_295, 1, 36)))),
                rate.types());
    }

    @Test
    void whenThereAreMoreCellsThanAreKeptNothingIsLostAndTheOrderDoesNotMatter() {
        int seconds = 100_000; // and twice as many cells
        TypeRates whole = new TypeRates();
        TypeRates[] one = {new TypeRates(), new TypeRates()};
        TypeRates[] other = {new TypeRates(), new TypeRates()};
        for (int second = 0; second < seconds; second++) {
            for (int key : new int[] {REPLY, REQUEST}) {
                whole.add(second, key, 1, 10);
                one[key / REQUEST].add(second, key, 1, 10);
                other[key / REQUEST].add(seconds - 1 - second, key, 1, 10);
            }
        }
        one[0].merge(one[1]);
        other[1].merge(other[0]);
        List<Rate.Bucket> buckets = List.of(bucket(0, 50_000, 500_000), bucket(50_000, 50_000, 500_000));
        List<Rate.OfType> expected = List.of(new Rate.OfType(4, REPLY, buckets), new Rate.OfType(4, REQUEST, buckets));
        assertEquals(expected, whole.list(50_000));
        assertEquals(expected, one[0].list(50_000));
        assertEquals(expected, other[1].list(50_000));
        List<Rate.Bucket> cells = whole.list(1).get(0).buckets();
        assertEquals(20_000, cells.size(), "cells of five seconds");
        assertEquals(bucket(5, 5, 50), cells.get(1));
        assertEquals(whole.list(1), one[0].list(1));
        assertEquals(whole.list(1), other[1].list(1));
    }
}
