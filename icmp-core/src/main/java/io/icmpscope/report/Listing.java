package io.icmpscope.report;

import java.util.List;

/**
 * A list that may have been cut, and how much was left out.
 *
 * @param entries what was kept
 * @param omitted how many entries were left out, 0 when the list is whole
 * @param <T> what is listed
 */
public record Listing<T>(List<T> entries, long omitted) {

    /** Keeps a copy of the list. */
    public Listing {
        entries = List.copyOf(entries);
        if (omitted < 0) {
            throw new IllegalArgumentException("omitted: " + omitted);
        }
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
