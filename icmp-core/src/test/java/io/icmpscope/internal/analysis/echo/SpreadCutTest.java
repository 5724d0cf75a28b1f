package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many of the smallest spreads fit: what sorting all of them says too. */
class SpreadCutTest {

    @Test
    void ofEqualSpreadsAsManyFitAsTheLimitSays() {
        Random random = new Random(1);
        for (int round = 0; round < 50; round++) {
            long[] spreads = random.longs(200)
                    .map(spread -> spread >>> random.nextInt(40))
                    .toArray();
            SpreadCut cut = SpreadCut.ofEqual(spreads.length);
            for (long spread : spreads) {
                cut.add(spread, 1);
            }
            Long[] sorted = Arrays.stream(spreads).boxed().toArray(Long[]::new);
            Arrays.sort(sorted, Long::compareUnsigned);
            int limit = 1 + random.nextInt(199);
            assertEquals(sorted[limit - 1], cut.largestThatFits(limit), "the first " + limit);
        }
    }

    @Test
    void aHeavyOneTakesThePlaceOfSeveral() {
        SpreadCut cut = SpreadCut.ofWeighted(3);
        cut.add(0x1000, 1);
        cut.add(0x2000, 5);
        cut.add(0x3000, 1);
        assertEquals(0x10FF, cut.largestThatFits(5));
        assertEquals(0x20FF, cut.largestThatFits(6));
        assertEquals(0x30FF, cut.largestThatFits(7));
    }

    @Test
    void theSmallestIsKeptEvenWhenItIsTooHeavy() {
        SpreadCut cut = SpreadCut.ofWeighted(2);
        cut.add(0x2000, 9);
        cut.add(0x1000, 9);
        assertEquals(0x10FF, cut.largestThatFits(1));
    }
}
