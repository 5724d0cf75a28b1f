package io.icmpscope.internal.analysis.collect;

import io.icmpscope.report.Listing;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, up to a number of keys. Beyond it the keys with the smallest {@link Spread} are kept: which ones these
 * are depends neither on the order in which keys come nor on how the map was put together by {@link #merge}, and a key
 * that is kept at the end was kept from its beginning, so that its value is exact.
 *
 * @param <K> the keys, whose {@link Spread#of(Object) spread} is known; in a {@link HashMap} their natural order helps against keys that were made to share a hash
 * @param <V> the values, which are increased in place
 */
public final class KeptMap<K extends Comparable<K>, V> implements Serializable {

    private final Map<K, V> values = new HashMap<>();
    private final Cutoff cutoff;

    /**
     * Makes an empty map.
     *
     * @param capacity how many keys it keeps, at least 1
     */
    public KeptMap(int capacity) {
        this.cutoff = new Cutoff(capacity);
    }

    /**
     * Finds the value of a key, which is to be kept from now on if it can be.
     *
     * @param key the key
     * @param fresh makes the value of a new key
     * @return its value, a fresh one for a new key; null when the key is not among those kept
     */
    public @Nullable V of(K key, Supplier<V> fresh) {
        V known = values.get(key);
        if (known != null || isBeyond(key)) {
            return known;
        }
        V made = fresh.get();
        values.put(key, made);
        if (cutoff.isFarExceededBy(values.size())) {
            shrink();
            return values.get(key);
        }
        return made;
    }

    /**
     * Finds the value of a key that is kept already.
     *
     * @param key the key
     * @return its value, or null
     */
    public @Nullable V get(K key) {
        return values.get(key);
    }

    /** Drops keys until no more than the capacity are left. */
    private void shrink() {
        if (!cutoff.isExceededBy(values.size())) {
            return;
        }
        long[] spreads = new long[values.size()];
        int next = 0;
        for (K key : values.keySet()) {
            spreads[next++] = Spread.of(key);
        }
        cutoff.lower(spreads);
        values.keySet().removeIf(this::isBeyond);
    }

    /**
     * Takes in the keys and values of another map.
     *
     * @param other a map of the same capacity, which is not used any more afterwards
     * @param sum adds a value of the other map to one of this map
     */
    public void merge(KeptMap<K, V> other, BiConsumer<V, V> sum) {
        cutoff.lowerTo(other.cutoff);
        values.keySet().removeIf(this::isBeyond);
        other.values.forEach((key, value) -> {
            if (!isBeyond(key)) {
                V known = values.putIfAbsent(key, value);
                if (known != null) {
                    sum.accept(known, value);
                }
            }
        });
        shrink();
    }

    private boolean isBeyond(K key) {
        return cutoff.isSet() && !cutoff.keeps(Spread.of(key));
    }

    /**
     * Returns what is kept, in no particular order.
     *
     * @return keys and values
     */
    public Map<K, V> kept() {
        shrink();
        return values;
    }

    /**
     * Returns how many different keys there were.
     *
     * @return exactly, or estimated from the spread of those kept when they were too many
     */
    public long distinct() {
        shrink();
        return cutoff.distinct(values.size());
    }

    /**
     * Estimates how many keys there were.
     *
     * @param kept how many were kept
     * @param largest the largest spread among them, unsigned
     * @return about as many as there were, to 1 / sqrt(kept) of it
     */
    public static long estimate(int kept, long largest) {
        double share =
                ((largest ^ Long.MIN_VALUE) - (double) Long.MIN_VALUE) / 0x1p64; // of all spreads that there can be
        return Math.max(kept, Math.round(kept / share));
    }

    /**
     * Says whether keys had to be dropped.
     *
     * @return whether {@link #distinct} is an estimate
     */
    public boolean isFull() {
        shrink();
        return cutoff.isSet();
    }

    /**
     * Notes in the report that keys had to be dropped, if so.
     *
     * @param what what the keys are, such as {@code "addresses"}
     * @param draft the report so far
     */
    public void tellLimit(String what, ReportDraft draft) {
        shrink();
        cutoff.tellLimit(what, values.size(), draft);
    }

    /**
     * Lists what is kept.
     *
     * @param most how many entries to list at most
     * @param entry makes an entry
     * @param order which entries come first; a total order, so that the list is always the same
     * @param <T> what is listed
     * @return the first entries, and how many more there are
     */
    public <T> Listing<T> listing(int most, BiFunction<K, V, T> entry, Comparator<T> order) {
        shrink();
        First<T> first = new First<>(most, order);
        values.forEach((key, value) -> first.add(entry.apply(key, value)));
        List<T> listed = first.list();
        return new Listing<>(listed, distinct() - listed.size(), isFull());
    }
}
