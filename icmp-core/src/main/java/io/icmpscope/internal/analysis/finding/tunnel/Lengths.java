package io.icmpscope.internal.analysis.finding.tunnel;

import java.io.Serializable;
import java.util.Arrays;

/** The lengths of data, in the order in which they were sent. */
final class Lengths implements Serializable {

    private static final int MOST = 32;
    private static final int RARE = 8; // a sweep that begins anew turns round once in so many steps, or less often

    private int[] different = {};
    private int size;
    private int longest;
    private int previous = -1;
    private int previousStep = Integer.MAX_VALUE;
    private int rises;
    private int falls;
    private boolean converges = true;

    void add(int length) {
        longest = Math.max(longest, length);
        if (previous >= 0 && length != previous) {
            int step = Math.abs(length - previous);
            rises += length > previous ? 1 : 0;
            falls += length < previous ? 1 : 0;
            converges &= step <= previousStep;
            previousStep = step;
        }
        previous = length;
        remember(length);
    }

    private void remember(int length) {
        for (int i = 0; i < size; i++) {
            if (different[i] == length) {
                return;
            }
        }
        if (size < MOST) {
            different = size == different.length ? Arrays.copyOf(different, Math.max(2, 2 * size)) : different;
            different[size++] = length;
        }
    }

    /** How many different ones there were, up to {@value #MOST}. */
    int different() {
        return size;
    }

    int longest() {
        return longest;
    }

    /** Whether they go up or down step by step, or close in on one: the search for a path's MTU. */
    boolean isSweep() {
        return rises + falls > 1 && (converges || Math.min(rises, falls) * RARE <= Math.max(rises, falls));
    }
}
