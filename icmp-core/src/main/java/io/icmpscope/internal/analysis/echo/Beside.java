package io.icmpscope.internal.analysis.echo;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside some rows, in pages that are made when something stands there. For one thread.
 *
 * @param <T> what it is
 */
final class Beside<T> implements Serializable {

    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;

    private @Nullable Object[][] pages = {};

    @SuppressWarnings("unchecked") // as put there
    @Nullable
    T get(int row) {
        int number = row >>> PAGE_BITS;
        if (number >= pages.length || pages[number] == null) {
            return null;
        }
        return (T) pages[number][row & PAGE - 1];
    }

    void put(int row, @Nullable T what) {
        int number = row >>> PAGE_BITS;
        if (number >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(number + 1, 2 * pages.length));
        }
        if (pages[number] == null) {
            pages[number] = new Object[PAGE];
        }
        pages[number][row & PAGE - 1] = what;
    }

    /** Puts nothing beside a row. */
    void clear(int row) {
        if (get(row) != null) {
            put(row, null);
        }
    }

    /** Puts beside a row what stands beside one of others. */
    void copy(Beside<T> others, int from, int to) {
        T what = others.get(from);
        if (what != null) {
            put(to, what);
        }
    }
}
