package io.icmpscope.internal.analysis.echo;

import io.icmpscope.report.RttSummary.Distribution;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;

/**
 * How round-trip times are spread: the times themselves while they are few, then how many lie in each of 128 steps from one
 * power of two to the next.
 */
final class RttDistribution implements Serializable {

    private static final int MOST_EXACT = 128;
    private static final int STEP_BITS = 7;
    private static final int JITTER_GAIN = 16; // RFC 3550 section 6.4.1

    private long[] values = new long[4];
    private int[] counts = {};
    private int firstStep; // the one that counts[0] is for
    private long count;
    private long min = Long.MAX_VALUE;
    private long max;
    private long last;
    private double jitter;

    void add(long nanos) {
        if (count > 0) {
            jitter += (Math.abs(nanos - last) - jitter) / JITTER_GAIN;
        }
        last = nanos;
        min = Math.min(min, nanos);
        max = Math.max(max, nanos);
        if (count < MOST_EXACT) {
            if (count == values.length) {
                values = Arrays.copyOf(values, values.length * 2);
            }
            values[(int) count] = nanos;
        } else {
            if (count == MOST_EXACT) {
                Arrays.stream(values).forEach(this::countStep);
                values = new long[0];
            }
            countStep(nanos);
        }
        count++;
    }

    private void countStep(long nanos) {
        int step = step(nanos);
        if (counts.length == 0) {
            firstStep = step;
            counts = new int[1];
        } else if (step < firstStep) {
            int[] wider = new int[firstStep + counts.length - step];
            System.arraycopy(counts, 0, wider, firstStep - step, counts.length);
            counts = wider;
            firstStep = step;
        } else if (step - firstStep >= counts.length) {
            counts = Arrays.copyOf(counts, step - firstStep + 1);
        }
        counts[step - firstStep]++;
    }

    /** Numbers below 128 are their own step; above, the first eight bits tell it. */
    private static int step(long nanos) {
        int shift = Math.max(0, Long.SIZE - STEP_BITS - 1 - Long.numberOfLeadingZeros(nanos));
        return (shift << STEP_BITS) + (int) (nanos >>> shift);
    }

    /** The middle of a step, in which every value is less than 0.4 % away from it. */
    private static long middle(int step) {
        int shift = Math.max(0, (step >>> STEP_BITS) - 1);
        long lowest = (step - ((long) shift << STEP_BITS)) << shift;
        return lowest + (1L << shift >>> 1);
    }

    Distribution distribution() {
        long[] sorted = Arrays.copyOf(values, (int) Math.min(count, values.length));
        Arrays.sort(sorted);
        return new Distribution(
                Duration.ofNanos(median(sorted)),
                percentile(sorted, 90),
                percentile(sorted, 95),
                percentile(sorted, 99),
                Duration.ofNanos(Math.round(jitter)));
    }

    private long median(long[] sorted) {
        long upper = ranked(sorted, count / 2 + 1);
        return count % 2 == 1 ? upper : (ranked(sorted, count / 2) + upper) / 2;
    }

    private Duration percentile(long[] sorted, int percent) {
        return Duration.ofNanos(ranked(sorted, (count * percent + 99) / 100));
    }

    /** The value that so many are not larger than, from 1. */
    private long ranked(long[] sorted, long rank) {
        if (count <= MOST_EXACT) {
            return sorted[(int) rank - 1];
        }
        long below = 0;
        int i = 0;
        while (below + counts[i] < rank) {
            below += counts[i++];
        }
        return Math.max(min, Math.min(max, middle(firstStep + i)));
    }
}
