package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.LimitHit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the spreads of keys, as unsigned numbers, the smallest are kept. */
class CutoffTest {

    private static final long HALF = Long.MIN_VALUE; // of all spreads there can be
    private static final long MOST = -1;

    @Test
    void whereThereWereNeverTooManyAllAreKept() {
        Cutoff cutoff = new Cutoff(10);
        assertFalse(cutoff.isSet());
        assertTrue(cutoff.keeps(0) && cutoff.keeps(HALF) && cutoff.keeps(MOST));
        assertEquals(7, cutoff.distinct(7));
        assertEquals(List.of(), told(cutoff, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "80, 80, false, false",
        "80, 81, true, false",
        "80, 90, true, false",
        "80, 91, true, true",
        "7, 7, false, false",
        "7, 8, true, true",
        "2147483647, 2147483647, false, false",
    })
    void anEighthMoreMayStayForAWhile(int capacity, int keys, boolean exceeded, boolean farExceeded) {
        assertEquals(exceeded, new Cutoff(capacity).isExceededBy(keys));
        assertEquals(farExceeded, new Cutoff(capacity).isFarExceededBy(keys));
    }

    @Test
    void theSmallestAreKeptAsManyAsThereIsRoomFor() {
        Cutoff cutoff = lowered(3, 5, 1, MOST, 3, HALF, 2);
        assertTrue(cutoff.isSet());
        assertTrue(cutoff.keeps(0) && cutoff.keeps(3));
        assertFalse(cutoff.keeps(4) || cutoff.keeps(HALF) || cutoff.keeps(MOST));
        assertTrue(lowered(3, MOST, HALF, 0, 1).keeps(HALF));
        assertFalse(lowered(3, MOST, HALF, 0, 1).keeps(HALF + 1));
        assertFalse(lowered(1, 9, 8, 7).keeps(8));
    }

    @Test
    void whicheverOrderTheyComeIn() {
        Random random = new Random(2);
        for (int keys = 2; keys < 60; keys++) {
            int number = keys;
            long[] spreads = random.longs(keys)
                    .map(spread -> number % 3 == 0 ? spread : 2 + (spread & 7))
                    .toArray();
            Long[] sorted = Arrays.stream(spreads).boxed().toArray(Long[]::new);
            Arrays.sort(sorted, Long::compareUnsigned);
            int capacity = 1 + random.nextInt(keys - 1);
            long last = sorted[capacity - 1];
            long kept = Arrays.stream(sorted)
                    .filter(spread -> Long.compareUnsigned(spread, last) <= 0)
                    .count();
            Cutoff cutoff = lowered(capacity, spreads);
            assertEquals(kept <= capacity + capacity / 8, cutoff.keeps(last), "many share it: " + kept);
            assertTrue(cutoff.keeps(last - 1));
            assertFalse(cutoff.keeps(last + 1));
        }
    }

    /** Whoever makes packets can make their spreads the same. */
    @Test
    void manyThatShareTheLastOneAreDroppedTogether() {
        assertTrue(lowered(8, 1, 9, 9, 9, 9, 9, 9, 9, 9, 20).keeps(9), "nine of them are an eighth more");
        assertFalse(lowered(8, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 20).keeps(9));
        assertTrue(lowered(8, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 20).keeps(8));
    }

    /** There is no smaller one, so that nothing is left. */
    @Test
    void soAreThoseThatShareTheSmallestOfAll() {
        Cutoff cutoff = lowered(2, 0, 0, 0);
        assertTrue(cutoff.isSet());
        assertFalse(cutoff.keeps(0) || cutoff.keeps(1) || cutoff.keeps(MOST));
        assertTrue(lowered(2, 0, 7, 9).keeps(0));
    }

    @Test
    void ofTwoTablesTheLowerOneCounts() {
        Cutoff some = lowered(2, 3, 4, 5);
        some.lowerTo(lowered(2, 2, HALF, MOST));
        assertTrue(some.keeps(4));
        some.lowerTo(lowered(2, 1, 3, 5));
        assertTrue(some.keeps(3));
        assertFalse(some.keeps(4));
        some.lowerTo(new Cutoff(2));
        assertTrue(some.isSet());
        assertFalse(some.keeps(4));
    }

    /** 4 keys with spreads in the lower half: there are as many in the other half. 3 in an eighth: 24 in all. */
    @Test
    void howManyThereWereIsEstimatedFromTheShareOfSpreadsThatIsKept() {
        assertEquals(8, lowered(4, 1, 2, 3, HALF, MOST).distinct(4));
        assertEquals(24, lowered(3, 1, 2, 1L << 61, HALF).distinct(3));
        assertEquals(List.of(new LimitHit("hosts", 3, 21)), told(lowered(3, 1, 2, 1L << 61, HALF), 3));
        assertEquals(4, KeptMap.estimate(4, MOST));
        assertEquals(10, KeptMap.estimate(5, HALF));
    }

    private static Cutoff lowered(int capacity, long... spreads) {
        Cutoff cutoff = new Cutoff(capacity);
        cutoff.lower(spreads);
        return cutoff;
    }

    private static List<LimitHit> told(Cutoff cutoff, int kept) {
        return LimitsTold.by(draft -> cutoff.tellLimit("hosts", kept, draft));
    }
}
