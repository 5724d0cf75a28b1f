package io.icmpscope.internal.analysis.echo;

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
        assertNull(new RttTally().summary());
    }

    @Test
    void oneValueHasNoDeviation() {
        assertEquals(summary(1, 42, 42, 42, 0), of(42));
        assertEquals(summary(1, 0, 0, 0, 0), of(0));
    }

    /** Trap 29. */
    @Test
    void theDeviationIsThatOfThePopulation() {
        // mean 5, squares of the differences 9 1 1 1 0 0 4 16, their mean 4 (of a sample it would be 4.57)
        assertEquals(summary(8, 2, 5, 9, 2), of(2, 4, 4, 4, 5, 5, 7, 9));
    }

    @Test
    void whatPingPrints() {
        // 10.000, 20.000 and 40.000 ms: mean 23.333; mean square 700; 700 - 544.444 = 155.556; root 12.472 ms
        assertEquals(
                summary(3, 10_000_000, 23_333_333, 40_000_000, 12_472_191), of(10_000_000, 20_000_000, 40_000_000));
    }

    @Test
    void squaresMayNeedMoreThan64Bits() {
        // 2^33 and 3 * 2^33: mean 2^34, deviation 2^33
        assertEquals(summary(2, 1L << 33, 1L << 34, 3L << 33, 1L << 33), of(1L << 33, 3L << 33));
        // 2^62 - 1 and 1: mean 2^61, deviation 2^61 - 1
        assertEquals(summary(2, 1, 1L << 61, (1L << 62) - 1, (1L << 61) - 1), of((1L << 62) - 1, 1));
    }

    @Test
    void sumsMayNeedMoreThan64Bits() {
        long age = 4_294_967_295_000_000_000L; // from 1970 to 2106, all that the seconds of a pcap file can tell
        assertEquals(summary(10, age, age, age, 0), of(age, age, age, age, age, age, age, age, age, age));
        long most = Long.MAX_VALUE;
        assertEquals(summary(5, most, most, most, 0), of(most, most, most, most, most));
    }

    @Property(tries = 300)
    void anyValuesAreSummedUpExactlyInAnyOrder(@ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0) Long> values) {
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
            tally.add(value);
        }
        return tally.summary();
    }

    private static RttSummary summary(long count, long min, long avg, long max, long mdev) {
        return new RttSummary(
                count, Duration.ofNanos(min), Duration.ofNanos(avg), Duration.ofNanos(max), Duration.ofNanos(mdev));
    }
}
