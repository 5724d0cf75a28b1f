package io.icmpscope.internal.analysis.echo;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The rows of the sessions of one version of IP, in pages that never move. What only some sessions have stands beside them,
 * for pages in which there are such sessions. A row that was given back is used again.
 */
final class SessionRows implements Serializable {

    private static final int PAGE_BITS = 8;
    private static final int PAGE_ROWS = 1 << PAGE_BITS;
    private static final int NONE = -1;

    private final int words;
    private long[][] pages = {};

    final Beside<Detail> details = new Beside<>();
    final Beside<Extra> extras = new Beside<>();

    /** Of those with several requests at hand and their numbers in order. */
    final Beside<int[]> rings = new Beside<>();

    private int end; // of all rows that were ever used
    private int firstFree = NONE; // in the upper half of its first word it names the next one; the lower half is 0

    /** Makes no row yet; each will have so many words. */
    SessionRows(int words) {
        this.words = words;
    }

    /** Makes a row of zeros; gives its number. */
    int add() {
        if (firstFree != NONE) {
            int row = firstFree;
            int first = at(row);
            firstFree = (int) (page(row)[first] >>> Integer.SIZE);
            page(row)[first] = 0;
            return row;
        }
        int page = end >>> PAGE_BITS;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, Math.max(1, 2 * pages.length));
        }
        if ((end & PAGE_ROWS - 1) == 0) {
            pages[page] = new long[PAGE_ROWS * words];
        }
        return end++;
    }

    /** Takes a row back. */
    void free(int row) {
        int first = at(row);
        Arrays.fill(page(row), first, first + words, 0);
        page(row)[first] = (long) firstFree << Integer.SIZE;
        firstFree = row;
        details.clear(row);
        extras.clear(row);
        rings.clear(row);
    }

    /** One more than the largest number of a row. */
    int end() {
        return end;
    }

    /** What holds a row. */
    long[] page(int row) {
        return pages[row >>> PAGE_BITS];
    }

    /** Where a row begins in its page. */
    int at(int row) {
        return (row & PAGE_ROWS - 1) * words;
    }

    /** Takes in copies of all rows of others, and what stands beside them; tells for each row which one is its copy. */
    int[] addAll(SessionRows others) {
        int[] copies = new int[others.end];
        for (int row = 0; row < others.end; row++) {
            int copy = add();
            System.arraycopy(others.page(row), others.at(row), page(copy), at(copy), words);
            details.copy(others.details, row, copy);
            extras.copy(others.extras, row, copy);
            copies[row] = copy;
        }
        return copies;
    }
}
