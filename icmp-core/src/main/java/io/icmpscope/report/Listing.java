package io.icmpscope.report;

import java.io.Serializable;
import java.util.List;

/**
 * A list that may have been cut, and how much was left out.
 *
 * @param entries what was kept
 * @param omitted how many entries were left out, 0 when the list is whole
 * @param estimated whether there were too many to count, so that {@code omitted} is an estimate
 * @param <T> what is listed
 */
public record Listing<T>(List<T> entries, long omitted, boolean estimated) implements Serializable {

    /**
     * Keeps a copy of the list.
     *
     * @throws IllegalArgumentException when fewer than 0 are omitted
     */
    public Listing {
        entries = List.copyOf(entries);
        if (omitted < 0) {
            throw new IllegalArgumentException("omitted: " + omitted);
        }
    }

    /**
     * Makes a listing that knows how many entries are missing.
     *
     * @param entries what was kept
     * @param omitted how many entries were left out
     */
    public Listing(List<T> entries, long omitted) {
        this(entries, omitted, /* estimated= */ false);
    }

    /**
     * Returns these entries as a whole list.
     *
     * @param entries all there is
     * @param <T> what is listed
     * @return the listing
     */
    public static <T> Listing<T> whole(List<T> entries) {
        return new Listing<>(entries, 0);
    }

    /**
     * Returns how many entries there were before the list was cut.
     *
     * @return entries and omitted ones
     */
    public long total() {
        return entries.size() + omitted;
    }
}
