package io.icmpscope.internal.analysis.echo;

import java.io.Serializable;

/**
 * Finds requests by a hash, in one table without chains. An entry has all bits of its hash, so that no request is looked at to
 * move entries, and hardly one in vain. For one thread.
 */
final class RequestIndex implements Serializable {

    static final int NONE = -1;

    private static final long FREE = 0; // others have one more than the place of a request, and its hash above that

    private final long[] entries;
    private final int mask;
    private int at;
    private int hash;

    /** Has room for so many requests, a power of two. */
    RequestIndex(int most) {
        entries = new long[2 * most];
        mask = 2 * most - 1;
    }

    /** Begins to search for the requests of a hash: gives the place of the first, or {@link #NONE}. */
    int first(int wanted) {
        hash = wanted;
        at = wanted & mask;
        return candidate();
    }

    /** Goes on: gives the place of the next request of that hash, or {@link #NONE}. */
    int next() {
        at = at + 1 & mask;
        return candidate();
    }

    private int candidate() {
        long entry = entries[at];
        while (entry != FREE && hash(entry) != hash) {
            at = at + 1 & mask;
            entry = entries[at];
        }
        return (int) entry - 1;
    }

    private static int hash(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    /** Puts a request where one was found, or none any more. */
    void put(int place) {
        entries[at] = ((long) hash << Integer.SIZE) | (place + 1);
    }

    /** Takes out the request that was found last: those behind it close the gap where they may. */
    void remove() {
        int gap = at;
        for (int i = gap + 1 & mask; entries[i] != FREE; i = i + 1 & mask) {
            int home = hash(entries[i]) & mask;
            if ((i - home & mask) >= (i - gap & mask)) {
                entries[gap] = entries[i];
                gap = i;
            }
        }
        entries[gap] = FREE;
    }
}
