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
        long most = Long.MAX_VALUE / 4;
        assertEquals(
                Duration.ofNanos(most),
                of(most, most, most, most, most, most, most, most).avg());
    }

    /** What tshark prints. 9 1 1 1 0 0 4 16 make 32; 32 / 7 = 4.57, whose root is 2.14. */
    @Test
    void theDeviationOfASampleIsALittleLarger() {
        assertEquals(
                Duration.ofNanos(2_138),
                of(2_000, 4_000, 4_000, 4_000, 5_000, 5_000, 7_000, 9_000).stddev());
        assertNull(of(5).stddev());
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
