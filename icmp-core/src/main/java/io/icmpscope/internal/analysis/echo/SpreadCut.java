package io.icmpscope.internal.analysis.echo;

import java.io.Serializable;
import java.util.Arrays;

/** Finds how many of the smallest spreads fit a limit, without sorting them all. For one thread. */
final class SpreadCut implements Serializable {

    private static final long WEIGHT = 0xFF; // bits of a spread that make room for a weight, of which there are fewer
    private static final int STEP_BITS = 12;

    private final long[] spreads; // unsigned
    private final long weightBits; // the last bits of each; 0 where all weigh 1
    private int size;
    private long all; // bits that any has

    private SpreadCut(int most, long weightBits) {
        spreads = new long[most];
        this.weightBits = weightBits;
    }

    /** Of spreads that weigh the same. */
    static SpreadCut ofEqual(int most) {
        return new SpreadCut(most, 0);
    }

    /** Of spreads of which each has a weight up to {@value #WEIGHT}. They are told apart but for their last bits. */
    static SpreadCut ofWeighted(int most) {
        return new SpreadCut(most, WEIGHT);
    }

    /** The next smaller limit behind one that {@link #largestThatFits} gave. */
    static long below(long limit) {
        return limit - (WEIGHT + 1);
    }

    void add(long spread, int weight) {
        long added = (spread & ~weightBits) | (weight & weightBits);
        spreads[size++] = added;
        all |= added;
    }

    /** The largest spread of those, the smallest ones first, that weigh no more than this together; at least the smallest. */
    long largestThatFits(long limit) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(all) - STEP_BITS);
        long[] weights = new long[1 << STEP_BITS];
        for (int i = 0; i < size; i++) {
            weights[(int) (spreads[i] >>> shift)] += weight(spreads[i]);
        }
        int step = 0;
        long sum = 0;
        while (step < weights.length - 1 && sum + weights[step] <= limit) {
            sum += weights[step++];
        }
        return largestThatFits(limit - sum, step, shift) | weightBits;
    }

    /** The same when all of a smaller step fit, and this is what they leave for one. */
    private long largestThatFits(long left, int step, int shift) {
        long[] ofStep = new long[16];
        int count = 0;
        long largest = 0;
        for (int i = 0; i < size; i++) {
            long itsStep = spreads[i] >>> shift;
            if (itsStep == step) {
                ofStep = count < ofStep.length ? ofStep : Arrays.copyOf(ofStep, 2 * count);
                ofStep[count++] = spreads[i];
            } else if (itsStep < step && Long.compareUnsigned(spreads[i], largest) > 0) {
                largest = spreads[i];
            }
        }
        Arrays.sort(ofStep, 0, count); // all have one sign
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weight(ofStep[i]);
            if (sum > left) {
                boolean first = i == 0 && largest == 0;
                return first ? ofStep[0] : largest;
            }
            largest = ofStep[i];
        }
        return largest;
    }

    private long weight(long spread) {
        return weightBits == 0 ? 1 : spread & weightBits;
    }
}
