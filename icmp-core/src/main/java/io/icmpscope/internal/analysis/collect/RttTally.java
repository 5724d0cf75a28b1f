package io.icmpscope.internal.analysis.collect;

import io.icmpscope.report.RttSummary;
import java.io.Serializable;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sums up round-trip times exactly: integers in nanoseconds, so that neither order nor partition changes the result. Open to
 * be extended, because a million sessions must not cost another object each.
 */
public class RttTally implements Serializable {

    private int count; // unsigned
    private int sumHigh; // what the sum has beyond 64 bits
    private long sumLow;
    private long squaresHigh;
    private long squaresLow;
    private long min = Long.MAX_VALUE;
    private long max;

    /** Makes a tally of nothing. */
    public RttTally() {}

    /**
     * Takes in a round trip.
     *
     * @param nanos nanoseconds, not negative
     */
    public final void addRtt(long nanos) {
        count++;
        min = Math.min(min, nanos);
        max = Math.max(max, nanos);
        sumLow += nanos;
        sumHigh += Long.compareUnsigned(sumLow, nanos) < 0 ? 1 : 0;
        long square = nanos * nanos;
        squaresLow += square;
        squaresHigh += Math.multiplyHigh(nanos, nanos) + (Long.compareUnsigned(squaresLow, square) < 0 ? 1 : 0);
    }

    /**
     * Returns the longest round trip.
     *
     * @return nanoseconds, 0 when there is none
     */
    public final long maxRtt() {
        return max;
    }

    /**
     * Sums up.
     *
     * @return the summary without distribution, or null when there is no round trip
     */
    public final @Nullable RttSummary rtt() {
        if (count == 0) {
            return null;
        }
        long n = Integer.toUnsignedLong(count);
        BigInteger sum = number(sumHigh, sumLow);
        // sum of squares / n - (sum / n)^2, both times n^2
        BigInteger variance =
                number(squaresHigh, squaresLow).multiply(BigInteger.valueOf(n)).subtract(sum.pow(2));
        return new RttSummary(
                n,
                Duration.ofNanos(min),
                Duration.ofNanos(sum.divide(BigInteger.valueOf(n)).longValueExact()),
                Duration.ofNanos(max),
                Duration.ofNanos(variance.sqrt().divide(BigInteger.valueOf(n)).longValueExact()),
                n == 1 ? null : Duration.ofNanos(ofSample(variance, n)),
                null);
    }

    private static long ofSample(BigInteger variance, long n) {
        return variance.divide(BigInteger.valueOf(n).multiply(BigInteger.valueOf(n - 1)))
                .sqrt()
                .longValueExact();
    }

    private static BigInteger number(long high, long low) {
        byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        return new BigInteger(1, bytes);
    }
}
