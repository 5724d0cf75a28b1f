package io.icmpscope.internal.analysis.total;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Two counts for each of a known number of keys, in pages that are made when a key of theirs is first counted. */
final class CountPages implements Serializable {

    private static final int PAGE_SHIFT = 8;
    private static final int PAGE = 1 << PAGE_SHIFT; // keys, 4 KiB

    /** Takes the counts of a key. */
    interface Reader {
        void key(int key, long first, long second);
    }

    private final long[] @Nullable [] pages; // the first count of each key, then its second

    /** For keys from 0 to one less than a number. */
    CountPages(int keys) {
        pages = new long[(keys + PAGE - 1) >> PAGE_SHIFT][];
    }

    void add(int key, long first, long second) {
        long[] page = pages[key >> PAGE_SHIFT];
        if (page == null) {
            page = new long[2 * PAGE];
            pages[key >> PAGE_SHIFT] = page;
        }
        int slot = (key & PAGE - 1) << 1;
        page[slot] += first;
        page[slot + 1] += second;
    }

    void merge(CountPages other) {
        other.forEach(this::add);
    }

    /** Goes through the keys that were counted, in their order. */
    void forEach(Reader reader) {
        for (int number = 0; number < pages.length; number++) {
            long[] page = pages[number];
            for (int slot = 0; page != null && slot < page.length; slot += 2) {
                if (page[slot] != 0 || page[slot + 1] != 0) {
                    reader.key(number << PAGE_SHIFT | slot >> 1, page[slot], page[slot + 1]);
                }
            }
        }
    }
}
