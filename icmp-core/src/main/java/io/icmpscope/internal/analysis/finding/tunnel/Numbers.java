package io.icmpscope.internal.analysis.finding.tunnel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The identifiers of echo messages, and whether the sequence numbers of each count up as those of a ping do. */
final class Numbers implements Serializable {

    static final int MOST = 16; // identifiers
    private static final int LARGEST_STEP = 16; // pings are lost

    private int[] identifiers = {};
    private int[] latest = {};
    private int size;
    private boolean more;
    private long steps;
    private long regular;

    void request(int identifier, int sequenceNumber) {
        int at = place(identifier);
        boolean known = at >= 0 && latest[at] >= 0;
        if (known && isStep(sequenceNumber - latest[at], swapped(sequenceNumber) - swapped(latest[at]))) {
            regular++;
        }
        steps++;
        if (at >= 0) {
            latest[at] = sequenceNumber;
        }
    }

    void reply(int identifier) {
        place(identifier);
    }

    private static boolean isStep(int bigEndian, int littleEndian) {
        return isStep(bigEndian) || isStep(littleEndian);
    }

    private static boolean isStep(int difference) {
        int step = difference & 0xFFFF;
        return step >= 1 && step <= LARGEST_STEP;
    }

    private static int swapped(int number) {
        return (number << 8 & 0xFF00) | number >>> 8;
    }

    private int place(int identifier) {
        for (int i = 0; i < size; i++) {
            if (identifiers[i] == identifier) {
                return i;
            }
        }
        if (size == MOST) {
            more = true;
            return -1;
        }
        if (size == identifiers.length) {
            identifiers = Arrays.copyOf(identifiers, Math.max(1, 2 * size));
            latest = Arrays.copyOf(latest, identifiers.length);
        }
        identifiers[size] = identifier;
        latest[size] = -1;
        return size++;
    }

    List<Integer> identifiers() {
        List<Integer> listed = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            listed.add(identifiers[i]);
        }
        return listed;
    }

    boolean hasMore() {
        return more;
    }

    /** The share of requests that do not follow the one before. */
    double irregularPercent() {
        return steps < 2 ? 0 : 100.0 * (steps - 1 - Math.min(regular, steps - 1)) / (steps - 1);
    }
}
