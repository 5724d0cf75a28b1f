package io.icmpscope.internal.analysis;

import io.icmpscope.report.RttSummary;
import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sums up round-trip times exactly: integers in nanoseconds, so that neither order nor partition changes the result. */
final class RttTally {

    private long count;
    private long min = Long.MAX_VALUE;
    private long max;
    private long sum;
    private long squaresHigh; // the sum of squares has up to 126 bits
    private long squaresLow;

    void add(long nanos) {
        count++;
        min = Math.min(min, nanos);
        max = Math.max(max, nanos);
        sum += nanos;
        long low = nanos * nanos;
        squaresLow += low;
        boolean carry = Long.compareUnsigned(squaresLow, low) < 0;
        squaresHigh += Math.multiplyHigh(nanos, nanos) + (carry ? 1 : 0);
    }

    @Nullable
    RttSummary summary() {
        if (count == 0) {
            return null;
        }
        return new RttSummary(
                count,
                Duration.ofNanos(min),
                Duration.ofNanos(sum / count),
                Duration.ofNanos(max),
                Duration.ofNanos(deviation()));
    }

    /** sqrt(sum of squares / n - (sum / n)^2), as ping computes its mdev. */
    private long deviation() {
        BigInteger n = BigInteger.valueOf(count);
        BigInteger squares =
                BigInteger.valueOf(squaresHigh).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(squaresLow)));
        BigInteger total = BigInteger.valueOf(sum);
        return squares.multiply(n)
                .subtract(total.multiply(total))
                .sqrt()
                .divide(n)
                .longValueExact();
    }
}
