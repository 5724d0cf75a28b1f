package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Listing;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * What a map says when more keys came than it keeps. The spread of key i is i / 32 of all there are, so that of 18 keys
 * the first 16 are kept, which are half of them all: there must have been 32.
 */
class FullMapTest {

    private static final BiFunction<Nth, int[], Integer> NUMBERS = (key, count) -> key.number;
    private static final Comparator<Integer> LARGEST_FIRST = Comparator.reverseOrder();

    private record Nth(int number) implements Spread.Key, Comparable<Nth> {

        @Override
        public long spread() {
            return (long) number << 59;
        }

        @Override
        public int compareTo(Nth other) {
            return Integer.compare(number, other.number);
        }
    }

    /** Keys that were made to share their spread. */
    private record OfACrowd(int number) implements Spread.Key, Comparable<OfACrowd> {

        @Override
        public long spread() {
            return 0;
        }

        @Override
        public int compareTo(OfACrowd other) {
            return Integer.compare(number, other.number);
        }
    }

    @Test
    void whateverIsAskedFirstKeysBeyondTheCapacityAreLeftOut() {
        assertEquals(32, seen(16, 18).distinct());
        assertTrue(seen(16, 18).isFull());
        assertEquals(16, seen(16, 18).kept().size());
        assertEquals(List.of(new LimitHit("hosts", 16, 16)), told(seen(16, 18)));
        assertEquals(new Listing<>(List.of(16, 15, 14), 29, true), seen(16, 18).listing(3, NUMBERS, LARGEST_FIRST));
    }

    @Test
    void whereAllHaveRoomNothingIsEstimated() {
        assertEquals(16, seen(16, 16).distinct());
        assertFalse(seen(16, 16).isFull());
        assertEquals(List.of(), told(seen(16, 16)));
        assertEquals(new Listing<>(List.of(16, 15, 14), 13, false), seen(16, 16).listing(3, NUMBERS, LARGEST_FIRST));
        assertEquals(new Listing<>(List.of(2, 1), 0, false), seen(16, 2).listing(3, NUMBERS, LARGEST_FIRST));
    }

    /** An eighth more than it keeps may stay until it is looked at; whoever comes then is not even made a value of. */
    @Test
    void aKeyThatIsNotKeptHasNoValue() {
        KeptMap<Nth, int[]> map = seen(16, 18);
        assertNotNull(map.get(new Nth(18)));
        assertNull(map.of(new Nth(19), () -> new int[1]), "does not stay with 18 others");
        assertNull(map.of(new Nth(17), () -> new int[1]));
        assertNotNull(map.of(new Nth(16), () -> new int[1]));
        assertNull(map.get(new Nth(18)));
        assertNull(map.get(new Nth(17)));
        assertEquals(1, map.get(new Nth(16))[0]);
    }

    @Test
    void whatWasTooMuchForOneOfTwoIsTooMuchForBoth() {
        KeptMap<Nth, int[]> empty = new KeptMap<>(16);
        empty.merge(seen(16, 19), FullMapTest::add);
        assertTrue(empty.isFull());
        assertEquals(32, empty.distinct());
        KeptMap<Nth, int[]> full = seen(16, 19);
        full.merge(seen(16, 18), FullMapTest::add);
        assertEquals(32, full.distinct());
        assertEquals(2, full.get(new Nth(16))[0]);
        assertNull(full.get(new Nth(17)));
    }

    /** What the other has dropped it has not counted: what is known of it here is not all. */
    @Test
    void whatTheOtherHasDroppedIsDropped() {
        KeptMap<OfACrowd, int[]> some = new KeptMap<>(16);
        see(some, new OfACrowd(1));
        KeptMap<OfACrowd, int[]> crowded = new KeptMap<>(16);
        for (int i = 0; i < 100; i++) {
            see(crowded, new OfACrowd(i));
        }
        assertEquals(Set.of(), crowded.kept().keySet());
        some.merge(crowded, FullMapTest::add);
        assertEquals(Set.of(), some.kept().keySet());
        assertTrue(some.isFull());
    }

    private static KeptMap<Nth, int[]> seen(int capacity, int keys) {
        KeptMap<Nth, int[]> map = new KeptMap<>(capacity);
        for (int i = 1; i <= keys; i++) {
            see(map, new Nth(i));
        }
        return map;
    }

    private static <K extends Comparable<K>> void see(KeptMap<K, int[]> map, K key) {
        int[] count = map.of(key, () -> new int[1]);
        if (count != null) {
            count[0]++;
        }
    }

    private static void add(int[] mine, int[] others) {
        mine[0] += others[0];
    }

    private static List<LimitHit> told(KeptMap<Nth, int[]> map) {
        return LimitsTold.by(draft -> map.tellLimit("hosts", draft));
    }
}
