package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.KeptMap;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How many different things there were, by their spreads: exactly up to {@value #MOST}, and beyond that as the smallest
 * spreads let estimate. In which order they came does not matter.
 */
final class Distinct implements Serializable {

    /** How many are told apart exactly; the estimate beyond is good to a sixth or so. */
    static final int MOST = 32;

    private static final long[] EMPTY = {};

    private long[] spreads = EMPTY; // ascending, as signed numbers
    private int size;
    private boolean more;

    void add(long spread) {
        if (size == MOST && spread > spreads[MOST - 1]) {
            more = true;
            return;
        }
        int at = -1 - Arrays.binarySearch(spreads, 0, size, spread);
        if (at < 0) {
            return;
        }
        more |= size == MOST;
        if (size == spreads.length && size < MOST) {
            spreads = Arrays.copyOf(spreads, Math.min(MOST, Math.max(2, 2 * size)));
        }
        size = Math.min(size + 1, MOST);
        System.arraycopy(spreads, at, spreads, at + 1, size - 1 - at);
        spreads[at] = spread;
    }

    void addAll(Distinct other) {
        for (int i = 0; i < other.size; i++) {
            add(other.spreads[i]);
        }
        more |= other.more;
    }

    /** How many there were. */
    long count() {
        return more ? KeptMap.estimate(MOST, spreads[MOST - 1] ^ Long.MIN_VALUE) : size;
    }
}
