package io.icmpscope.internal.analysis;

import io.icmpscope.report.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Counts by key, up to a number of keys. A key that no longer fits is counted as omitted each time it is seen.
 *
 * @param <K> what is counted; its natural order breaks ties
 */
final class Tally<K extends Comparable<K>> {

    /** The counts of one key. */
    static final class Counts {
        /** Messages, or those in the first of two directions. */
        long first;
        /** Those in the other direction. */
        long second;
        /** Captured bytes of their frames. */
        long bytes;

        long both() {
            return first + second;
        }
    }

    private final Map<K, Counts> counts = new HashMap<>();
    private final Counts omitted = new Counts();
    private final int maxKeys;

    Tally(int maxKeys) {
        this.maxKeys = maxKeys;
    }

    /** The counts of a key, to be increased. */
    Counts of(K key) {
        Counts known = counts.get(key);
        if (known != null) {
            return known;
        }
        if (counts.size() == maxKeys) {
            return omitted;
        }
        Counts fresh = new Counts();
        counts.put(key, fresh);
        return fresh;
    }

    /** The keys with the highest counts first, equal ones in their natural order. */
    <T> Listing<T> byCount(BiFunction<K, Counts, T> entry) {
        Comparator<Map.Entry<K, Counts>> order =
                Comparator.comparingLong(counted -> -counted.getValue().both());
        return listing(order.thenComparing(Map.Entry.comparingByKey()), entry);
    }

    /** The keys in their natural order. */
    <T> Listing<T> byKey(BiFunction<K, Counts, T> entry) {
        return listing(Map.Entry.comparingByKey(), entry);
    }

    private <T> Listing<T> listing(Comparator<Map.Entry<K, Counts>> order, BiFunction<K, Counts, T> entry) {
        List<T> listed = new ArrayList<>(counts.size());
        counts.entrySet().stream()
                .sorted(order)
                .forEach(counted -> listed.add(entry.apply(counted.getKey(), counted.getValue())));
        return new Listing<>(listed, omitted.both());
    }
}
