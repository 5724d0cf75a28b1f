package io.icmpscope.internal.analysis.echo;

import java.io.Serializable;

/**
 * Where the latest requests of a session are whose sequence numbers are in order: each number has its place in a ring, which
 * grows while the one that stood there is still at hand. So it is never much longer than those at hand are many.
 */
final class NumberRing implements Serializable {

    private static final int FIRST_LENGTH = 4;
    private static final int NUMBERS = 1 << 16; // that there are

    private NumberRing() {}

    static int[] make() {
        return new int[FIRST_LENGTH];
    }

    static int get(int[] ring, int sequenceNumber) {
        return ring[sequenceNumber & ring.length - 1];
    }

    static void put(int[] ring, int sequenceNumber, int request) {
        ring[sequenceNumber & ring.length - 1] = request;
    }

    /** Whether the ring can become longer: there is no number twice in it. */
    static boolean mayGrow(int[] ring) {
        return ring.length < NUMBERS;
    }

    /** Makes a ring of twice the length, of the same requests up to this latest number. */
    static int[] grown(int[] ring, int latestNumber) {
        int[] longer = new int[2 * ring.length];
        for (int number = latestNumber - ring.length + 1; number <= latestNumber; number++) {
            put(longer, number, get(ring, number));
        }
        return longer;
    }
}
