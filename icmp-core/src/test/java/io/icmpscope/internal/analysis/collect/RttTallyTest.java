package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.report.RttSummary;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** min, avg, max and mdev, computed by hand. */
class RttTallyTest {

    @Test
    void withoutAValueThereIsNoSummary() {
        assertNull(new RttTally().rtt());
    }

    @Test
    void oneValueHasNoDeviation() {
        assertSummary(1, 42, 42, 42, 0, of(42));
        assertSummary(1, 0, 0, 0, 0, of(0));
    }

    /** Trap 29. */
    @Test
    void theDeviationIsThatOfThePopulation() {
        // mean 5, squares of the differences 9 1 1 1 0 0 4 16, their mean 4 (of a sample it would be 4.57)
        assertSummary(8, 2, 5, 9, 2, of(2, 4, 4, 4, 5, 5, 7, 9));
    }

    @Test
    void whatPingPrints() {
        // 10.000, 20.000 and 40.000 ms: mean 23.333; mean square 700; 700 - 544.444 = 155.556; root 12.472 ms
        assertSummary(3, 10_000_000, 23_333_333, 40_000_000, 12_472_191, of(10_000_000, 20_000_000, 40_000_000));
    }

    @Test
    void squaresMayNeedMoreThan64Bits() {
        // 2^33 and 3 * 2^33: mean 2^34, deviation 2^33, in a sample 2^33 * sqrt 2
        assertEquals(
                new RttSummary(
                        2,
                        Duration.ofNanos(1L << 33),
                        Duration.ofNanos(1L << 34),
                        Duration.ofNanos(3L << 33),
                        Duration.ofNanos(1L << 33),
                        Duration.ofNanos((long) (Math.sqrt(2) * (1L << 33))),
                        null),
                of(1L << 33, 3L << 33));
    }

    @Test
    void sumsMayNeedMoreThan64Bits() {
        long most = Long.MAX_VALUE / 4; // 2^61 - 1: nine of them are more than 2^64
        assertEquals(
                Duration.ofNanos(most),
                of(most, most, most, most, most, most, most, most, most).avg());
    }

    /** What tshark prints. 9 1 1 1 0 0 4 16 make 32; 32 / 7 = 4.57, whose root is 2.14. */
    @Test
    void theDeviationOfASampleIsALittleLarger() {
        assertEquals(
                Duration.ofNanos(2_138),
                of(2_000, 4_000, 4_000, 4_000, 5_000, 5_000, 7_000, 9_000).stddev());
        assertNull(of(5).stddev());
    }

    /** 3 and 5 ms: their sum 8 ms, their squares 9 and 25, of nanoseconds each times 10^12. */
    @Test
    void roundTripsThatWereSummedUpElsewhereAreGoneOnWith() {
        RttTally tally = RttTally.of(2, 8_000_000, 0, 34_000_000_000_000L, 3_000_000, 5_000_000);
        assertEquals(5_000_000, tally.maxRtt());
        assertSummary(2, 3_000_000, 4_000_000, 5_000_000, 1_000_000, tally.rtt());
        tally.addRtt(10_000_000); // mean 6; 9 + 1 + 16 make 26, a third of it 8.667, whose root is 2.943920
        assertEquals(10_000_000, tally.maxRtt());
        assertSummary(3, 3_000_000, 6_000_000, 10_000_000, 2_943_920, tally.rtt());
    }

    @Test
    void ofNoneElsewhereThereIsNoShortest() {
        RttTally tally = RttTally.of(0, 0, 0, 0, 0, 0);
        assertNull(tally.rtt());
        assertEquals(0, tally.maxRtt());
        tally.addRtt(42);
        assertSummary(1, 42, 42, 42, 0, tally.rtt());
    }

    /** 2^33 has a square of 2^66, which is 4 beyond 64 bits and 0 below. */
    @Test
    void squaresOfElsewhereMayNeedMoreThan64BitsToo() {
        assertSummary(
                1,
                1L << 33,
                1L << 33,
                1L << 33,
                0,
                RttTally.of(1, 1L << 33, 4, 0, 1L << 33, 1L << 33).rtt());
    }

    @Property(tries = 300)
    void anyValuesAreSummedUpExactlyInAnyOrder(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 1L << 40) Long> values) {
        BigInteger n = BigInteger.valueOf(values.size());
        BigInteger sum = values.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger squares =
                values.stream().map(value -> BigInteger.valueOf(value).pow(2)).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger deviation = squares.multiply(n).subtract(sum.pow(2)).sqrt().divide(n);
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        RttSummary summary = of(sorted);
        assertEquals(sum.divide(n).longValueExact(), summary.avg().toNanos());
        assertEquals(deviation.longValueExact(), summary.mdev().toNanos());
        assertEquals(summary, of(values.stream().mapToLong(Long::longValue).toArray()));
    }

    private static RttSummary of(long... nanos) {
        RttTally tally = new RttTally();
        for (long value : nanos) {
            tally.addRtt(value);
        }
        return tally.rtt();
    }

    private static void assertSummary(long count, long min, long avg, long max, long mdev, RttSummary ours) {
        assertEquals(
                List.of(count, min, avg, max, mdev),
                List.of(
                        ours.count(),
                        ours.min().toNanos(),
                        ours.avg().toNanos(),
                        ours.max().toNanos(),
                        ours.mdev().toNanos()));
    }
}
