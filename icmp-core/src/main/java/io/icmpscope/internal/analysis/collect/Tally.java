package io.icmpscope.internal.analysis.collect;

import io.icmpscope.report.Listing;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Counts by key, up to a number of keys; what a {@link KeptMap} keeps is exact.
 *
 * @param <K> what is counted; its natural order breaks ties
 */
public final class Tally<K extends Comparable<K>> implements Serializable {

    /** The counts of one key. */
    public static final class Counts implements Serializable {
        /** Messages. */
        public long messages;
        /** Captured bytes of their frames. */
        public long bytes;

        Counts() {}

        /**
         * Counts a message.
         *
         * @param capturedBytes the captured bytes of its frame
         */
        public void add(long capturedBytes) {
            messages++;
            bytes += capturedBytes;
        }

        private void add(Counts other) {
            messages += other.messages;
            bytes += other.bytes;
        }
    }

    private final KeptMap<K, Counts> counts;
    private final Counts dropped = new Counts(); // takes what is counted of keys that are not kept

    /**
     * Makes a tally of nothing.
     *
     * @param maxKeys how many keys it keeps, at least 1
     * @param spread gives the {@link Spread} of a key
     */
    public Tally(int maxKeys, KeptMap.Spreading<K> spread) {
        counts = new KeptMap<>(maxKeys, spread, Counts::new);
    }

    /**
     * Gives the counts of a key.
     *
     * @param key the key
     * @return its counts, to be increased
     */
    public Counts of(K key) {
        Counts known = counts.of(key);
        return known == null ? dropped : known;
    }

    /**
     * Adds the counts of another tally.
     *
     * @param other a tally of the same size, which is not used any more afterwards
     */
    public void merge(Tally<K> other) {
        counts.merge(other.counts, Counts::add);
    }

    /**
     * Returns what is counted, to look at it.
     *
     * @return the keys that are kept
     */
    public KeptMap<K, Counts> counts() {
        return counts;
    }

    /**
     * Lists the keys with the highest counts first, equal ones in their natural order.
     *
     * @param most how many entries to list at most
     * @param entry makes an entry
     * @param <T> what is listed
     * @return the first entries, and how many more there are
     */
    public <T> Listing<T> byCount(int most, BiFunction<K, Counts, T> entry) {
        Comparator<Map.Entry<K, Counts>> order = Comparator.comparingLong(counted -> -counted.getValue().messages);
        return listing(most, order.thenComparing(Map.Entry.comparingByKey()), entry);
    }

    private <T> Listing<T> listing(int most, Comparator<Map.Entry<K, Counts>> order, BiFunction<K, Counts, T> entry) {
        Listing<Map.Entry<K, Counts>> listed = counts.listing(most, Map::entry, order);
        return new Listing<>(
                listed.entries().stream()
                        .map(counted -> entry.apply(counted.getKey(), counted.getValue()))
                        .toList(),
                listed.omitted(),
                listed.estimated());
    }
}
