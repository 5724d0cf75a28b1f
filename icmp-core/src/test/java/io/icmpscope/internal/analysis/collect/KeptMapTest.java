package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** What a table of limited size keeps depends on what came, not on when or where. */
class KeptMapTest {

    private record Key(int number, long spread) implements Spread.Key, Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Integer.compare(number, other.number);
        }
    }

    @Property(tries = 300)
    void whatIsKeptDependsNeitherOnTheOrderNorOnThePartition(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 60) Integer> sightings,
            @ForAll @IntRange(min = 1, max = 40) int capacity,
            @ForAll @IntRange(min = 1, max = 5) int parts,
            @ForAll Random random) {
        KeptMap<Key, int[]> whole = map(capacity);
        sightings.forEach(key -> see(whole, key));

        List<Integer> shuffled = new ArrayList<>(sightings);
        Collections.shuffle(shuffled, random);
        List<KeptMap<Key, int[]>> partition = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            partition.add(map(capacity));
        }
        shuffled.forEach(key -> see(partition.get(random.nextInt(parts)), key));
        KeptMap<Key, int[]> merged = partition.remove(random.nextInt(parts));
        Collections.shuffle(partition, random);
        partition.forEach(part -> merged.merge(part, (mine, other) -> mine[0] += other[0]));

        assertEquals(counts(whole), counts(merged));
        assertEquals(whole.distinct(), merged.distinct());
        Map<Integer, Integer> exact = new HashMap<>();
        sightings.forEach(key -> exact.merge(key, 1, Integer::sum));
        counts(whole).forEach((key, count) -> assertEquals(exact.get(key), count, "what is kept is exact"));
        assertEquals(Math.min(capacity, exact.size()), counts(whole).size());
        assertEquals(exact.size() > capacity, whole.isFull());
        Statistics.label("map").collect(whole.isFull() ? "full" : "not full");
        Statistics.label("map").coverage(c -> {
            c.check("full").percentage(share -> share > 20);
            c.check("not full").percentage(share -> share > 5);
        });
    }

    @Test
    void aMapThatIsNotFullCountsItsKeysExactly() {
        KeptMap<Key, int[]> map = map(100);
        for (int i = 0; i < 100; i++) {
            see(map, i);
        }
        assertEquals(100, map.distinct());
        assertFalse(map.isFull());
    }

    /** Of k smallest of n random numbers the estimate of n has a deviation of about n / sqrt(k): here 3 %. */
    @Test
    void aFullMapEstimatesHowManyKeysThereWere() {
        KeptMap<Key, int[]> map = map(1000);
        for (int i = 0; i < 200_000; i++) {
            see(map, i % 100_000);
        }
        assertTrue(map.isFull());
        assertEquals(100_000, map.distinct(), 15_000);
    }

    /** The spread has no secret, so whoever makes packets can make them share one. */
    @Test
    void keysThatWereMadeToShareASpreadDoNotFillTheMemory() {
        KeptMap<Key, int[]> map = new KeptMap<>(16);
        for (int i = 0; i < 10_000; i++) {
            see(map, new Key(i, i < 4 ? i : 1_000));
        }
        assertEquals(Map.of(0, 1, 1, 1, 2, 1, 3, 1), counts(map));
    }

    private static KeptMap<Key, int[]> map(int capacity) {
        return new KeptMap<>(capacity);
    }

    private static void see(KeptMap<Key, int[]> map, int number) {
        see(map, new Key(number, Spread.of(0, number)));
    }

    private static void see(KeptMap<Key, int[]> map, Key key) {
        int[] count = map.of(key, () -> new int[1]);
        if (count != null) {
            count[0]++;
        }
    }

    private static Map<Integer, Integer> counts(KeptMap<Key, int[]> map) {
        Map<Integer, Integer> counts = new HashMap<>();
        map.kept().forEach((key, count) -> counts.put(key.number, count[0]));
        return counts;
    }
}
