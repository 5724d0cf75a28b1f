package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    /** The numbers that SplitMix64 is commonly checked with. */
    @Test
    void theSequenceIsThatOfSplitMix64() {
        SeededRandom random = new SeededRandom(1_234_567);
        assertEquals(6_457_827_717_110_365_317L, random.next());
        assertEquals(3_203_168_211_198_807_973L, random.next());
        assertEquals(Long.parseUnsignedLong("9817491932198370423"), random.next());
    }

    @Test
    void everyNumberBelowTheBoundComesAboutEquallyOften() {
        SeededRandom random = new SeededRandom(1);
        int[] counts = new int[12];
        for (int i = 0; i < 120_000; i++) {
            counts[random.below(12)]++;
        }
        assertTrue(Arrays.stream(counts).allMatch(count -> count > 9_500 && count < 10_500), Arrays.toString(counts));
    }
}
