package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How many keys there were is estimated from their spreads, so that these have to be as random numbers are. */
class SpreadTest {

    private static final int NUMBERS = 500;

    /** Of 500 coins fewer than 150 or more than 350 heads are seen once in 10^18 times. */
    @Test
    void eachBitOfANumberTurnsEachBitOfItsSpreadHalfOfTheTimes() {
        Random random = new Random(1);
        int[][] turns = new int[64][64];
        for (int i = 0; i < NUMBERS; i++) {
            long seed = random.nextLong();
            long number = random.nextLong();
            long spread = Spread.of(seed, number);
            for (int in = 0; in < 64; in++) {
                long turned = spread ^ Spread.of(seed, number ^ 1L << in);
                assertEquals(turned, spread ^ Spread.of(seed ^ 1L << in, number), "so does each bit of the seed");
                for (int out = 0; out < 64; out++) {
                    turns[in][out] += (int) (turned >>> out & 1);
                }
            }
        }
        for (int in = 0; in < 64; in++) {
            for (int out = 0; out < 64; out++) {
                int times = turns[in][out];
                assertTrue(times >= 150 && times <= 350, in + " turns " + out + " so often: " + times);
            }
        }
    }

    @Test
    void differentKeysHaveDifferentSpreads() {
        List<Object> keys = List.of(
                "",
                "a",
                "b",
                "ab",
                "ba",
                "aa",
                "b" + (char) 0,
                "AaAa", // these three share a hash
                "BBBB",
                "AaBB",
                IpAddress.v4(0),
                IpAddress.v4(1),
                IpAddress.v6(0, 0),
                IpAddress.v6(0, 1),
                IpAddress.v6(1, 0));
        Set<Long> spreads = new HashSet<>();
        keys.forEach(key -> spreads.add(Spread.of(key)));
        spreads.add(Spread.of(0, (IpAddress) null));
        assertEquals(keys.size() + 1, spreads.size());
    }

    @Test
    void aKeyMayKnowItsSpread() {
        Spread.Key key = () -> 42;
        assertEquals(42, Spread.of(key));
    }
}
