package io.icmpscope.internal.analysis.echo;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Rows by time, which are thinned once they are too many: then time is cut into cells as wide as a power of two of
 * nanoseconds since 1970, the narrowest that make them few enough, and of each cell only what tells most stays. That depends
 * on the rows alone, not on their order. A row has a time first, then a frame.
 */
abstract class TimeCells implements Serializable {

    static final int TIME = 0;
    static final int FRAME = 1;

    /** More are never kept, which is 512 MiB. */
    private static final int MOST_ROWS = 1 << 24;

    private static final int NONE = -1;
    private static final int ALL = Long.SIZE; // one cell for all times

    private final int columns;
    private final int most;
    private final long[] scratch;
    private long[] rows = {};
    private int size;
    private int shift = NONE; // a cell is 2^shift nanoseconds wide

    TimeCells(int columns, int most) {
        this.columns = columns;
        this.most = Math.min(most, MOST_ROWS);
        scratch = new long[columns];
    }

    /** Takes a row into its cell, which are the rows from one on up to another. */
    abstract void take(long[] row, int begin, int end);

    final int size() {
        return size;
    }

    final int most() {
        return most;
    }

    final long get(int row, int column) {
        return rows[row * columns + column];
    }

    final void set(int row, int column, long value) {
        rows[row * columns + column] = value;
    }

    final void add(long[] row) {
        put(row);
        while (size > most && shift < ALL) {
            widen();
        }
    }

    private void put(long[] row) {
        int begin = size == 0 || cell(get(size - 1, TIME)) < cell(row[TIME]) ? size : firstFrom(cell(row[TIME]));
        int end = begin;
        while (end < size && cell(get(end, TIME)) == cell(row[TIME])) {
            end++;
        }
        if (shift == NONE) {
            insert(row, begin, end);
        } else {
            take(row, begin, end);
        }
    }

    private long cell(long nanos) {
        return shift == ALL ? 0 : nanos >> Math.max(shift, 0);
    }

    private int firstFrom(long cell) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (cell(get(middle, TIME)) < cell) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Puts the rows, in their place, into cells of twice the width: that makes no more of them. */
    private void widen() {
        int before = size;
        size = 0;
        shift++;
        for (int row = 0; row < before; row++) {
            System.arraycopy(rows, row * columns, scratch, 0, columns);
            put(scratch);
        }
    }

    /** Puts a row where its time belongs among those from one on up to another. */
    final void insert(long[] row, int begin, int end) {
        int place = begin;
        while (place < end && isBefore(place, row)) {
            place++;
        }
        if ((size + 1) * columns > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(4 * columns, Math.min(2 * size, most + 1) * columns));
        }
        int at = place * columns;
        System.arraycopy(rows, at, rows, at + columns, size * columns - at);
        System.arraycopy(row, 0, rows, at, columns);
        size++;
    }

    /** Whether a row here comes before another one, by time and frame. */
    final boolean isBefore(int row, long[] other) {
        return get(row, TIME) != other[TIME] ? get(row, TIME) < other[TIME] : get(row, FRAME) < other[FRAME];
    }

    final void remove(int row) {
        int next = (row + 1) * columns;
        System.arraycopy(rows, next, rows, next - columns, size * columns - next);
        size--;
    }
}
