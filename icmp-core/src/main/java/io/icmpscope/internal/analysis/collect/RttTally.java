package io.icmpscope.internal.analysis.collect;

import io.icmpscope.report.RttSummary;
import java.io.Serializable;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sums up round-trip times exactly: integers in nanoseconds, so that neither order nor partition changes the result.
 */
public final class RttTally implements Serializable {

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
     * Makes a tally of round trips that were summed up elsewhere.
     *
     * @param count how many, as an unsigned number
     * @param sum their sum, as an unsigned number
     * @param squaresHigh what the sum of their squares has beyond 64 bits
     * @param squaresLow its lower 64 bits
     * @param min the shortest, of none any number
     * @param max the longest, of none 0
     * @return the tally
     */
    public static RttTally of(int count, long sum, long squaresHigh, long squaresLow, long min, long max) {
        RttTally tally = new RttTally();
        tally.count = count;
        tally.sumLow = sum;
        tally.squaresHigh = squaresHigh;
        tally.squaresLow = squaresLow;
        tally.min = count == 0 ? Long.MAX_VALUE : min;
        tally.max = max;
        return tally;
    }

    /**
     * Takes in a round trip.
     *
     * @param nanos nanoseconds, not negative
     */
    public void addRtt(long nanos) {
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
    public long maxRtt() {
        return max;
    }

    /**
     * Sums up.
     *
     * @return the summary without distribution, or null when there is no round trip
     */
    public @Nullable RttSummary rtt() {
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
