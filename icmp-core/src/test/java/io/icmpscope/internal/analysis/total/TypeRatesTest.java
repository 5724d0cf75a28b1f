package io.icmpscope.internal.analysis.total;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.Dealt;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Rate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatSeveralPartsSawIsAddedUp(int parts) throws Exception {
        byte[] capture = new PingScene()
                .at(0, PING.request(1))
                .at(100, PING.reply(1))
                .at(200, PING.request(2))
                .at(1_300, PING6.request(1))
                .at(1_400, PING.request(3))
                .bytes();
        Rate rate = Dealt.merged(capture, AnalysisOptions.defaults().withSeries(1), Totals::new, parts).rate;
        assertEquals(
                List.of(
                        new Rate.OfType(4, REPLY, List.of(bucket(1_000, 1, 36))),
                        new Rate.OfType(4, REQUEST, List.of(bucket(1_000, 2, 72), bucket(1_001, 1, 36))),
                        new Rate.OfType(6, 128, List.of(bucket(1_001, 1, 56)))),
                rate == null ? List.of() : rate.types());
    }

    /** Of both versions, as the last key of the one is beside the first of the other. */
    @Test
    void typesFrom0To255AreKnownByVersionAndNumber() throws Exception {
        PingScene scene = new PingScene();
        byte[] old = PING.request(1);
        byte[] young = PING6.request(1);
        for (int type : new int[] {0, 255}) {
            old[20] = (byte) type;
            young[40] = (byte) type;
            scene.at(0, old.clone()).at(0, young.clone());
        }
        assertEquals(
                List.of("4 0", "4 255", "6 0", "6 255"),
                rate(scene).types().stream()
                        .map(of -> of.ipVersion() + " " + of.type())
                        .toList());
    }

    @Test
    void cellsAreASecondWideUpToTheLimitAndBeyondTheLastWidthTheyAreDoubled() {
        TypeRates rates = new TypeRates();
        for (int i = 0; i < TypeRates.MOST_CELLS; i++) {
            rates.add(i, REQUEST, 1, 36);
        }
        assertEquals(TypeRates.MOST_CELLS, rates.list(1).get(0).buckets().size());
        TypeRates sparse = new TypeRates();
        for (int i = 0; i <= TypeRates.MOST_CELLS; i++) {
            sparse.add(i * 86_400L, REQUEST, 1, 36); // a day has one
        }
        List<Rate.Bucket> buckets = sparse.list(1).get(0).buckets();
        assertEquals(TypeRates.MOST_CELLS / 2 + 1, buckets.size(), "cells of two days");
        assertEquals(bucket(2 * 86_400, 2, 72), buckets.get(1));
        TypeRates narrow = new TypeRates();
        narrow.add(86_405, REQUEST, 1, 36);
        narrow.merge(sparse);
        assertEquals(bucket(0, 3, 108), narrow.list(1).get(0).buckets().get(0), "as wide as the other one");
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
