package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.RttSummary.Distribution;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Percentiles by hand and by sorting. */
class RttDistributionTest {

    @Test
    void fewTimesAreToldExactly() {
        Distribution told = of(LongStream.rangeClosed(1, 20).map(i -> 21 - i).toArray());
        assertEquals(Duration.ofNanos(10), told.median(), "10.5, down to the nanosecond");
        assertEquals(Duration.ofNanos(18), told.p90());
        assertEquals(Duration.ofNanos(19), told.p95());
        assertEquals(Duration.ofNanos(20), told.p99());
    }

    @Test
    void oneTimeIsAllPercentiles() {
        Distribution told = of(7);
        assertEquals(Duration.ofNanos(7), told.median());
        assertEquals(Duration.ofNanos(7), told.p99());
        assertEquals(Duration.ZERO, told.jitter());
    }

    /** 16000, then 16000 + (16000 - 16000) / 16, and so on: each difference of 16 ms moves it by a 16th of what is missing. */
    @Test
    void jitterFollowsTheDifferencesOfNeighbours() {
        assertEquals(Duration.ofNanos(1_000), of(0, 16_000).jitter());
        assertEquals(Duration.ofNanos(1_938), of(0, 16_000, 0).jitter(), "1000 + 15000 / 16");
        assertEquals(Duration.ofNanos(938), of(0, 16_000, 16_000).jitter(), "1000 - 1000 / 16");
    }

    @Property(tries = 300)
    void percentilesOfManyTimesAreOffByLessThanHalfAPercent(
            @ForAll @Size(min = 100, max = 400) long[] anything, @ForAll @LongRange(min = 4, max = 63) long bits) {
        long[] times =
                Arrays.stream(anything).map(value -> value >>> 64 - bits + 1).toArray();
        Distribution told = of(times);
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        assertNear(sorted[rank(times.length, 90)], told.p90(), times.length);
        assertNear(sorted[rank(times.length, 95)], told.p95(), times.length);
        assertNear(sorted[rank(times.length, 99)], told.p99(), times.length);
        Statistics.label("times").collect(times.length > 128 ? "counted" : "exact");
        Statistics.label("times").coverage(c -> {
            c.check("counted").percentage(share -> share > 5);
            c.check("exact").percentage(share -> share > 2);
        });
    }

    private static int rank(int count, int percent) {
        return (int) Math.ceil(count * percent / 100.0) - 1;
    }

    private static void assertNear(long exact, Duration told, int count) {
        if (count <= 128) {
            assertEquals(exact, told.toNanos());
        } else {
            assertTrue(Math.abs(told.toNanos() - exact) <= exact / 250 + 1, () -> told.toNanos() + " for " + exact);
        }
    }

    private static Distribution of(long... nanos) {
        RttDistribution distribution = new RttDistribution();
        for (long value : nanos) {
            distribution.add(value);
        }
        return distribution.distribution();
    }
}
