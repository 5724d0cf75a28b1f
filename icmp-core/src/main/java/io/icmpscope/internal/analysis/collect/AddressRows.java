package io.icmpscope.internal.analysis.collect;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Random;

/**
 * Counts by address, or by pair of addresses of one version: rows of numbers, one behind the other in one array, where an
 * address says where to look. A row is known by where it begins, until the next row is entered.
 */
final class AddressRows implements Serializable {

    // A row: an address, the other one of a pair or zeros, IP version and mark, the run that goes on, and what is
    // counted. What most messages look at stands together.
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int FAR_HIGH = 2;
    private static final int FAR_LOW = 3;
    private static final int META = 4; // 0 in a row without a key
    private static final int RUN = 5; // messages of one mark, which are not among the others yet
    private static final int MESSAGES = 6;
    private static final int BYTES = 7;
    private static final int ROW_SHIFT = 3; // 64 bytes

    // The meta word: the mark of the run, and the IP version of both addresses.
    private static final int MARK_SHIFT = 4;
    private static final int VERSION = (1 << MARK_SHIFT) - 1;

    private static final int FEWEST = 16; // rows, a power of two

    private final boolean pairs;

    // Random, so that nobody outside can make addresses that meet in one place.
    private final long highFactor;
    private final long lowFactor;
    private final long farHighFactor;
    private final long farLowFactor;

    private long[] cells = new long[FEWEST << ROW_SHIFT];
    private int size;

    AddressRows(boolean pairs) {
        this.pairs = pairs;
        Random random = new Random();
        highFactor = random.nextLong() | 1;
        lowFactor = random.nextLong() | 1;
        farHighFactor = random.nextLong() | 1;
        farLowFactor = random.nextLong() | 1;
    }

    /** How many rows have a key. */
    int size() {
        return size;
    }

    /** Finds a row; when there is none, the complement of the place where it would be. */
    int find(int version, long high, long low, long farHigh, long farLow) {
        int at = place(high, low, farHigh, farLow);
        while (cells[at + META] != 0) {
            if (cells[at + LOW] == low
                    && cells[at + FAR_LOW] == farLow
                    && cells[at + HIGH] == high
                    && cells[at + FAR_HIGH] == farHigh
                    && (cells[at + META] & VERSION) == version) {
                return at;
            }
            at = at + (1 << ROW_SHIFT) & cells.length - 1;
        }
        return ~at;
    }

    private int place(long high, long low, long farHigh, long farLow) {
        long hash = high * highFactor + low * lowFactor + farHigh * farHighFactor + farLow * farLowFactor;
        return (int) ((hash ^ hash >>> 32) >>> 16) << ROW_SHIFT & cells.length - 1;
    }

    /** Makes a row where {@link #find} has found none. */
    int enter(int place, int version, long high, long low, long farHigh, long farLow) {
        int at = ~place;
        if (3 * ++size > 2 * (cells.length >> ROW_SHIFT)) {
            move(cells.length * 2);
            at = ~find(version, high, low, farHigh, farLow);
        }
        cells[at + HIGH] = high;
        cells[at + LOW] = low;
        cells[at + FAR_HIGH] = farHigh;
        cells[at + FAR_LOW] = farLow;
        cells[at + META] = version;
        return at;
    }

    /** Takes a row away. Until {@link #close} is called none can be found or entered. */
    void remove(int row) {
        Arrays.fill(cells, row, row + (1 << ROW_SHIFT), 0);
        size--;
    }

    /** Closes the gaps of rows that were taken away. */
    void close() {
        move(cells.length);
    }

    private void move(int length) {
        long[] old = cells;
        cells = new long[length];
        for (int from = 0; from < old.length; from += 1 << ROW_SHIFT) {
            if (old[from + META] != 0) {
                int at = place(old[from + HIGH], old[from + LOW], old[from + FAR_HIGH], old[from + FAR_LOW]);
                while (cells[at + META] != 0) {
                    at = at + (1 << ROW_SHIFT) & length - 1;
                }
                System.arraycopy(old, from, cells, at, 1 << ROW_SHIFT);
            }
        }
    }

    /** Finds the next row with a key, in no particular order; -1 behind the last one, and from -1 the first. */
    int next(int row) {
        for (int at = row < 0 ? 0 : row + (1 << ROW_SHIFT); at < cells.length; at += 1 << ROW_SHIFT) {
            if (cells[at + META] != 0) {
                return at;
            }
        }
        return -1;
    }

    /** The spreads of all rows. */
    long[] spreads() {
        long[] spreads = new long[size];
        int next = 0;
        for (int row = next(-1); row >= 0; row = next(row)) {
            spreads[next++] = spread(row);
        }
        return spreads;
    }

    long spread(int row) {
        return spread(version(row), high(row), low(row), farHigh(row), farLow(row));
    }

    long spread(int version, long high, long low, long farHigh, long farLow) {
        long near = Spread.of(Spread.of(Spread.of(0, version), high), low);
        return pairs ? Spread.of(Spread.of(Spread.of(near, version), farHigh), farLow) : near;
    }

    void add(int row, long messages, long bytes) {
        cells[row + MESSAGES] += messages;
        cells[row + BYTES] += bytes;
    }

    /** Counts another message of the run that goes on, if it has its mark. */
    boolean addAgain(int row, long mark) {
        boolean again = cells[row + META] >>> MARK_SHIFT == mark;
        cells[row + RUN] += again ? 1 : 0;
        return again;
    }

    /** Begins a run without messages. */
    void beginRun(int row, long mark) {
        cells[row + META] = mark << MARK_SHIFT | version(row);
        cells[row + RUN] = 0;
    }

    long run(int row) {
        return cells[row + RUN];
    }

    long mark(int row) {
        return cells[row + META] >>> MARK_SHIFT;
    }

    int version(int row) {
        return (int) cells[row + META] & VERSION;
    }

    long high(int row) {
        return cells[row + HIGH];
    }

    long low(int row) {
        return cells[row + LOW];
    }

    long farHigh(int row) {
        return cells[row + FAR_HIGH];
    }

    long farLow(int row) {
        return cells[row + FAR_LOW];
    }

    long messages(int row) {
        return cells[row + MESSAGES];
    }

    long bytes(int row) {
        return cells[row + BYTES];
    }
}
