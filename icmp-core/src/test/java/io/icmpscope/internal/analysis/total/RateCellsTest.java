package io.icmpscope.internal.analysis.total;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Cells of time are few, and the same whatever came first. */
class RateCellsTest {

    /** The seconds of the earliest and the latest time that 64 bits of nanoseconds can tell. */
    private static final long EARLIEST = Math.floorDiv(Long.MIN_VALUE + 1, 1_000_000_000L);

    private static final long LATEST = Long.MAX_VALUE / 1_000_000_000L;

    @Property(tries = 200)
    void neitherTheOrderNorThePartitionMatters(
            @ForAll("times") List<Long> seconds, @ForAll @IntRange(min = 1, max = 5) int parts, @ForAll Random random) {
        List<RateCells> partition = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            partition.add(new RateCells());
        }
        seconds.forEach(second -> partition.get(random.nextInt(parts)).add(second, 1, 100 + second % 7));
        Collections.shuffle(partition, random);
        RateCells merged = partition.remove(0);
        partition.forEach(merged::merge);

        long width = 1;
        while (blocks(seconds, width) > RateCells.MOST_BLOCKS) {
            width *= 2;
        }
        TreeMap<Long, List<Long>> expected = new TreeMap<>();
        for (long second : seconds) {
            expected.merge(
                    Math.floorDiv(second, width) * width,
                    List.of(1L, 100 + second % 7),
                    (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
        }
        assertEquals(width, merged.widthSeconds());
        assertEquals(expected, counts(merged));
        assertEquals(new ArrayList<>(expected.keySet()), order(merged));
        Statistics.label("cells").collect(width == 1 ? "seconds" : "wider");
        Statistics.label("cells").coverage(c -> {
            c.check("seconds").percentage(share -> share > 10);
            c.check("wider").percentage(share -> share > 20);
        });
    }

    private static long blocks(List<Long> seconds, long width) {
        return seconds.stream()
                .map(second -> Math.floorDiv(Math.floorDiv(second, width), 1L << RateCells.BLOCK_SHIFT))
                .distinct()
                .count();
    }

    @Provide
    Arbitrary<List<Long>> times() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(1_700_000_000L, 1_700_000_030L),
                        Arbitraries.longs().between(1_600_000_000L, 1_700_000_000L),
                        Arbitraries.longs().between(EARLIEST, LATEST).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.of(0L, -1L, EARLIEST, LATEST, 4_294_967_295L))
                .list()
                .ofMinSize(1)
                .ofMaxSize(1_000)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Test
    void aClockThatJumpsFromOneEndOfTimeToTheOtherKeepsItsSeconds() {
        RateCells cells = new RateCells();
        for (int i = 0; i < 1_000; i++) {
            cells.add(i % 2 == 0 ? EARLIEST : LATEST, 1, 3);
        }
        assertEquals(1, cells.widthSeconds());
        assertEquals(
                new TreeMap<>(Map.of(EARLIEST, List.of(500L, 1_500L), LATEST, List.of(500L, 1_500L))), counts(cells));
    }

    @Test
    void timesAllOverThePlaceTakeNoMoreRoom() {
        RateCells cells = new RateCells();
        long step = (LATEST - EARLIEST) / 100_000;
        for (int i = 0; i < 100_000; i++) {
            cells.add(EARLIEST + i * step, 1, 0);
        }
        assertEquals(1 << 18, cells.widthSeconds(), "1.8e10 seconds are 128 times 1024 times 140,716");
        assertEquals(
                100_000,
                counts(cells).values().stream().mapToLong(of -> of.get(0)).sum());
    }

    @Test
    void aCellIsASecondWideUpToTheLimit() {
        RateCells cells = new RateCells();
        for (int second = 0; second < 131_072; second++) {
            cells.add(second, 1, 0);
        }
        assertEquals(1, cells.widthSeconds());
        cells.add(131_072, 1, 0);
        assertEquals(2, cells.widthSeconds());
        assertEquals(List.of(2L, 0L), counts(cells).get(0L));
        assertEquals(List.of(1L, 0L), counts(cells).get(131_072L));
    }

    private static TreeMap<Long, List<Long>> counts(RateCells cells) {
        TreeMap<Long, List<Long>> counts = new TreeMap<>();
        cells.forEach((begin, count, bytes) -> counts.put(begin, List.of(count, bytes)));
        return counts;
    }

    private static List<Long> order(RateCells cells) {
        List<Long> order = new ArrayList<>();
        cells.forEach((begin, count, bytes) -> order.add(begin));
        return order;
    }
}
