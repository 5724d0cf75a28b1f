package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Where the latest requests of a session stand, by sequence number. */
class NumberRingTest {

    @Test
    void whatWasThereIsThereStillWhenTheRingHasGrownAlsoAcrossTheLastNumber() {
        int[] ring = NumberRing.make();
        int latest = 1; // behind 65,534, 65,535 and 0
        for (int i = 0; i < ring.length; i++) {
            NumberRing.put(ring, (latest - i) & 0xFFFF, 100 - i);
        }
        int[] longer = NumberRing.grown(ring, latest);
        assertEquals(2 * ring.length, longer.length);
        for (int i = 0; i < ring.length; i++) {
            assertEquals(100 - i, NumberRing.get(longer, (latest - i) & 0xFFFF));
        }
        assertEquals(0, NumberRing.get(longer, latest + 1));
    }

    @Test
    void itGrowsUntilEachNumberHasAPlaceOfItsOwn() {
        int[] ring = NumberRing.make();
        while (NumberRing.mayGrow(ring)) {
            ring = NumberRing.grown(ring, 0);
        }
        assertEquals(65_536, ring.length);
        NumberRing.put(ring, 65_535, 7);
        assertEquals(7, NumberRing.get(ring, 65_535));
        assertTrue(NumberRing.mayGrow(NumberRing.make()));
        assertFalse(NumberRing.mayGrow(ring));
    }
}
