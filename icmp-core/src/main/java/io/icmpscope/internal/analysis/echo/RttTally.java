package io.icmpscope.internal.analysis.echo;

import io.icmpscope.report.RttSummary;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sums up round-trip times exactly: integers in nanoseconds, so that neither order nor partition changes the result. */
public final class RttTally {

    private long count;
    private long min = Long.MAX_VALUE;
    private long max;
    private final Sum sum = new Sum();
    private final Sum squares = new Sum();

    /** Makes a tally of nothing. */
    public RttTally() {}

    /**
     * Adds a round trip.
     *
     * @param nanos nanoseconds, 0 or more
     */
    public void add(long nanos) {
        count++;
        min = Math.min(min, nanos);
        max = Math.max(max, nanos);
        sum.add(0, nanos);
        squares.add(Math.multiplyHigh(nanos, nanos), nanos * nanos);
    }

    /** The longest round trip in nanoseconds, 0 when there is none. */
    long max() {
        return max;
    }

    /**
     * Sums up.
     *
     * @return the figures, or null when there is no round trip
     */
    public @Nullable RttSummary summary() {
        if (count == 0) {
            return null;
        }
        return new RttSummary(
                count,
                Duration.ofNanos(min),
                Duration.ofNanos(sum.value().divide(BigInteger.valueOf(count)).longValueExact()),
                Duration.ofNanos(max),
                Duration.ofNanos(deviation()));
    }

    /** sqrt(sum of squares / n - (sum / n)^2), as ping computes its mdev. */
    private long deviation() {
        BigInteger n = BigInteger.valueOf(count);
        return squares.value()
                .multiply(n)
                .subtract(sum.value().pow(2))
                .sqrt()
                .divide(n)
                .longValueExact();
    }

    /** A sum of numbers of up to 126 bits: a clock that was set makes round trips of decades. */
    private static final class Sum {

        private long top;
        private long high;
        private long low;

        void add(long addedHigh, long addedLow) {
            low += addedLow;
            long carried = addedHigh + (Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0);
            high += carried;
            top += Long.compareUnsigned(high, carried) < 0 ? 1 : 0;
        }

        BigInteger value() {
            byte[] bytes = ByteBuffer.allocate(24)
                    .putLong(top)
                    .putLong(high)
                    .putLong(low)
                    .array();
            return new BigInteger(1, bytes);
        }
    }
}
