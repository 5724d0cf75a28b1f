package io.icmpscope.internal.analysis.collect;

import java.io.Serializable;
import java.util.Random;

/**
 * Which keys a table of limited size keeps: those with the smallest {@link Spread}. Which ones these are depends neither on
 * the order in which keys come nor on how tables were put together, and a key that is kept at the end was kept from its
 * beginning. A table may hold some more for a while, so that keys are not dropped one by one. For one thread.
 */
public final class Cutoff implements Serializable {

    private static final long ALL = -1; // the largest unsigned number

    private final int capacity;
    private long largest = ALL;

    /**
     * Makes a cutoff that keeps all keys yet.
     *
     * @param capacity how many keys are kept at the end, at least 1
     */
    public Cutoff(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Says whether a key is still among those kept.
     *
     * @param spread its spread
     * @return whether it is; all are while there were never too many
     */
    public boolean keeps(long spread) {
        return Long.compareUnsigned(notZero(spread), largest) <= 0;
    }

    /**
     * Says whether keys had to be dropped.
     *
     * @return whether there is a largest spread
     */
    public boolean isSet() {
        return largest != ALL;
    }

    /**
     * Says whether a table holds so many keys that some should be dropped at once.
     *
     * @param keys how many it holds
     * @return whether they are an eighth more than are kept
     */
    public boolean isFarExceededBy(int keys) {
        return keys > capacity + capacity / 8L;
    }

    /**
     * Says whether a table holds more keys than are kept.
     *
     * @param keys how many it holds
     * @return whether some have to be dropped before it is looked at
     */
    public boolean isExceededBy(int keys) {
        return keys > capacity;
    }

    /**
     * Lowers it so that no more keys are kept than there is room for.
     *
     * @param spreads those of all keys that the table holds, more than its capacity; their order is lost
     */
    public void lower(long[] spreads) {
        for (int i = 0; i < spreads.length; i++) {
            spreads[i] = ordered(notZero(spreads[i]));
        }
        largest = ordered(smallest(spreads, capacity - 1));
        long kept = 0;
        for (long spread : spreads) {
            kept += spread <= ordered(largest) ? 1 : 0;
        }
        if (kept > capacity + capacity / 8L) { // keys that were made to share a spread
            largest--;
        }
    }

    /**
     * Lowers it to that of another table.
     *
     * @param other a cutoff of the same capacity
     */
    public void lowerTo(Cutoff other) {
        if (Long.compareUnsigned(other.largest, largest) < 0) {
            largest = other.largest;
        }
    }

    /**
     * Returns how many different keys there were.
     *
     * @param kept how many are kept
     * @return exactly, or estimated from the spread of those kept when they were too many
     */
    public long distinct(int kept) {
        return isSet() ? KeptMap.estimate(kept, largest) : kept;
    }

    /**
     * Notes in the report that keys had to be dropped, if so.
     *
     * @param what what the keys are, such as {@code "addresses"}
     * @param kept how many are kept
     * @param draft the report so far
     */
    public void tellLimit(String what, int kept, ReportDraft draft) {
        if (isSet()) {
            draft.limitHit(what, capacity, distinct(kept) - kept);
        }
    }

    /** Counts 0 as 1, so that there is a number below all spreads, for when too many keys share the smallest. */
    private static long notZero(long spread) {
        return spread == 0 ? 1 : spread;
    }

    /** Turns unsigned order into signed order, and back. */
    private static long ordered(long unsigned) {
        return unsigned ^ Long.MIN_VALUE;
    }

    /** The number that would stand at a place if all were sorted: Hoare's selection, which takes time for each but once or so. */
    private static long smallest(long[] numbers, int place) {
        Random random = new Random(); // nobody outside can make spreads that take long
        int from = 0;
        int last = numbers.length - 1;
        while (from < last) {
            long pivot = numbers[from + random.nextInt(last - from + 1)];
            int low = from;
            int high = last;
            while (low <= high) {
                while (numbers[low] < pivot) {
                    low++;
                }
                while (numbers[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    long larger = numbers[low];
                    numbers[low++] = numbers[high];
                    numbers[high--] = larger;
                }
            }
            if (place <= high) {
                last = high;
            } else if (place >= low) {
                from = low;
            } else {
                return numbers[place];
            }
        }
        return numbers[place];
    }
}
