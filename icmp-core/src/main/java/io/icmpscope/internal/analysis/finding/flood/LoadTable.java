package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Random;

/**
 * How many messages and bytes an address had of a kind in each second. Every error comes by here: rows of numbers lie one
 * behind the other in one array, and nothing is allocated for a message. A row holds a few seconds that follow each other,
 * as those of a flood do. Beyond a number of rows those with the smallest {@link Spread} are kept, as in a {@link KeptMap};
 * rows of about a minute share all of it but its last bits, so that what is kept of a flood has no gaps.
 */
final class LoadTable implements Serializable {

    /** Takes the load of one second, and the first frame of it or of the three seconds around it. */
    interface Reader {
        void second(IpAddress address, long second, long count, long bytes, long firstFrame);
    }

    private static final int SECONDS_SHIFT = 4;
    private static final int SECONDS = 1 << SECONDS_SHIFT; // of a row
    private static final int GROUP_SHIFT = 2; // so many seconds, as a power of two, share a first frame
    private static final int GROUPS = SECONDS >> GROUP_SHIFT;

    // A row: the address, what the row is about, loads of its seconds, first frames of four seconds each.
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int META = 2;
    private static final int LOAD = 3;
    private static final int FRAME = LOAD + SECONDS;
    private static final int ROW = FRAME + GROUPS;

    // The meta word: time in rows, one bit that is always set, version of the address, kind.
    private static final int TIME_SHIFT = 5;
    private static final long USED = 16;
    private static final int VERSION_6 = 8;
    private static final int KIND = 7;

    // A load: messages and bytes, which stay at their largest number when it is reached.
    private static final int COUNT_SHIFT = 40;
    private static final long MOST_MESSAGES = (1L << (63 - COUNT_SHIFT)) - 1;
    private static final long MOST_BYTES = (1L << COUNT_SHIFT) - 1;

    private static final int TOGETHER_SHIFT = 2; // so many last bits of a spread are of the time
    private static final long TOGETHER = (1L << TOGETHER_SHIFT) - 1;
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;
    private static final long ALL = -1; // the largest unsigned number

    /** Nobody outside can make addresses that meet in one place. */
    private final long secret = new Random().nextLong();

    private final int capacity;
    private long[] rows = new long[64 * ROW];
    private int places = 64;
    private int size;
    private long largest = ALL; // spread of a row that is kept

    LoadTable(int capacity) {
        this.capacity = capacity;
    }

    /** Adds to the load of a second. */
    void add(int kind, int version, long high, long low, long second, long count, long bytes, long frame) {
        long meta = (second >> SECONDS_SHIFT << TIME_SHIFT) | USED | (version == 6 ? VERSION_6 : 0) | kind;
        int row = row(high, low, meta);
        if (row >= 0) {
            addTo(row, (int) (second & (SECONDS - 1)), count, bytes, frame);
        }
    }

    private void addTo(int row, int second, long count, long bytes, long frame) {
        int at = row + LOAD + second;
        long load = rows[at];
        long messages = Math.min((load >>> COUNT_SHIFT) + count, MOST_MESSAGES);
        long octets = Math.min((load & MOST_BYTES) + bytes, MOST_BYTES);
        rows[at] = (messages << COUNT_SHIFT) | octets;
        int group = row + FRAME + (second >> GROUP_SHIFT);
        if (rows[group] == 0 || frame < rows[group]) {
            rows[group] = frame;
        }
    }

    /** Finds a row, which is to be kept from now on if it can be; negative when it is not. */
    private int row(long high, long low, long meta) {
        int at = place(high, low, meta);
        while (rows[at + META] != 0) {
            if (rows[at + LOW] == low && rows[at + META] == meta && rows[at + HIGH] == high) {
                return at;
            }
            at = at + ROW == rows.length ? 0 : at + ROW;
        }
        if (largest != ALL && Long.compareUnsigned(spread(high, low, meta), largest) > 0) {
            return -1;
        }
        return enter(at, high, low, meta);
    }

    private int enter(int at, long high, long low, long meta) {
        if (size >= places / 2) {
            rebuild(places * 2);
            return row(high, low, meta);
        }
        put(at, high, low, meta);
        if (size <= capacity + capacity / 8L) {
            return at;
        }
        shrink();
        return Long.compareUnsigned(spread(high, low, meta), largest) > 0 ? -1 : row(high, low, meta);
    }

    private void put(int at, long high, long low, long meta) {
        rows[at + HIGH] = high;
        rows[at + LOW] = low;
        rows[at + META] = meta;
        size++;
    }

    /** Rows of about a minute lie side by side, so that time goes on in memory that was touched just now. */
    private int place(long high, long low, long meta) {
        long together = meta & ~(TOGETHER << TIME_SHIFT);
        long hash = (((secret ^ high) * FACTOR ^ low) * FACTOR ^ together) * FACTOR;
        return (int) (((hash >>> 40) + ((meta >> TIME_SHIFT) & TOGETHER)) & (places - 1)) * ROW;
    }

    private static long spread(long high, long low, long meta) {
        long time = meta >> TIME_SHIFT;
        long what = Spread.of(Spread.of(Spread.of(0, high), low), meta & (VERSION_6 | KIND));
        return (Spread.of(what, time >> TOGETHER_SHIFT) & ~TOGETHER) | (time & TOGETHER);
    }

    /** Drops rows until no more than the capacity are left. */
    private void shrink() {
        if (size <= capacity) {
            return;
        }
        long[] spreads = spreads();
        Arrays.sort(spreads);
        largest = ordered(spreads[capacity - 1]);
        rebuild(places);
        if (size > capacity + capacity / 8L) { // rows that were made to share a spread
            largest--;
            rebuild(places);
        }
    }

    private long[] spreads() {
        long[] spreads = new long[size];
        int next = 0;
        for (int at = 0; at < rows.length; at += ROW) {
            if (rows[at + META] != 0) {
                spreads[next++] = ordered(spread(rows[at + HIGH], rows[at + LOW], rows[at + META]));
            }
        }
        return spreads;
    }

    /** Turns unsigned order into signed order, and back. */
    private static long ordered(long unsigned) {
        return unsigned ^ Long.MIN_VALUE;
    }

    /** Makes another number of places for those rows that are to be kept. */
    private void rebuild(int newPlaces) {
        long[] old = rows;
        places = newPlaces;
        rows = new long[newPlaces * ROW];
        size = 0;
        for (int from = 0; from < old.length; from += ROW) {
            if (old[from + META] != 0
                    && Long.compareUnsigned(spread(old[from + HIGH], old[from + LOW], old[from + META]), largest)
                            <= 0) {
                int at = place(old[from + HIGH], old[from + LOW], old[from + META]);
                while (rows[at + META] != 0) {
                    at = at + ROW == rows.length ? 0 : at + ROW;
                }
                System.arraycopy(old, from, rows, at, ROW);
                size++;
            }
        }
    }

    /** Adds the loads of another table of the same capacity. */
    void merge(LoadTable other) {
        if (Long.compareUnsigned(other.largest, largest) < 0) {
            largest = other.largest;
            rebuild(places);
        }
        long[] theirs = other.rows;
        for (int from = 0; from < theirs.length; from += ROW) {
            int row = theirs[from + META] == 0 ? -1 : row(theirs[from + HIGH], theirs[from + LOW], theirs[from + META]);
            for (int i = 0; row >= 0 && i < SECONDS; i++) {
                long load = theirs[from + LOAD + i];
                if (load != 0) {
                    long frame = theirs[from + FRAME + (i >> GROUP_SHIFT)];
                    addTo(row, i, load >>> COUNT_SHIFT, load & MOST_BYTES, frame);
                }
            }
        }
    }

    /** Keeps no more than the capacity allows, and notes in the report when that was not all. */
    void end(ReportDraft draft) {
        shrink();
        if (largest != ALL) {
            draft.limitHit("findings: busy seconds of receivers", capacity, KeptMap.estimate(size, largest) - size);
        }
    }

    /** Goes through the seconds that have a load, in no particular order. */
    void forEach(int kind, long atLeast, Reader reader) {
        for (int at = 0; at < rows.length; at += ROW) {
            long meta = rows[at + META];
            for (int i = 0; meta != 0 && (meta & KIND) == kind && i < SECONDS; i++) {
                long load = rows[at + LOAD + i];
                if (load >>> COUNT_SHIFT >= atLeast) {
                    long second = (meta >> TIME_SHIFT << SECONDS_SHIFT) + i;
                    IpAddress address = new IpAddress((meta & VERSION_6) == 0 ? 4 : 6, rows[at + HIGH], rows[at + LOW]);
                    reader.second(
                            address,
                            second,
                            load >>> COUNT_SHIFT,
                            load & MOST_BYTES,
                            rows[at + FRAME + (i >> GROUP_SHIFT)]);
                }
            }
        }
    }
}
