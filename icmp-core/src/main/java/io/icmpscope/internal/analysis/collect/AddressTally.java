package io.icmpscope.internal.analysis.collect;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Listing;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts messages and captured bytes by address, or by pair of addresses. Every message comes by here: nothing is allocated
 * for one. Beyond a number of keys those with the smallest {@link Spread} are kept, as in a {@link KeptMap}; what is kept is
 * exact. What is kept is read row by row: see {@link #next}. For one thread.
 */
public final class AddressTally implements Serializable {

    /** Hears of messages of one pair and one mark that came one behind the other. */
    public interface Runs extends Serializable {

        /**
         * Takes a run.
         *
         * @param mark what the messages have in common
         * @param messages how many they are, at least 1
         */
        void ended(long mark, long messages);
    }

    /** So many last bits of a mark are the captured bytes of the frame of each message. */
    public static final int MARK_BYTES = 16;

    /** So many bits a mark may have. */
    public static final int MARK_BITS = 60;

    private static final int MOST = 50_000_000; // keys, so that one array holds them

    private final Cutoff cutoff;
    private final AddressRows rows;
    private final int fullRows;
    private final @Nullable AddressTally near; // of pairs: what takes the counts of those that are not kept
    private final @Nullable AddressTally far;
    private final @Nullable Runs runs; // of pairs

    private AddressTally(int maxKeys, @Nullable AddressTally near, @Nullable AddressTally far, @Nullable Runs runs) {
        int capacity = Math.min(maxKeys, MOST);
        cutoff = new Cutoff(capacity);
        rows = new AddressRows(near != null);
        fullRows = capacity + capacity / 2;
        this.near = near;
        this.far = far;
        this.runs = runs;
    }

    /**
     * Makes a tally of no addresses.
     *
     * @param maxKeys how many addresses it keeps, at least 1
     * @return the tally
     */
    public static AddressTally ofAddresses(int maxKeys) {
        return new AddressTally(maxKeys, null, null, null);
    }

    /**
     * Makes a tally of no pairs. It hands the counts of pairs that it cannot keep on to tallies of their addresses.
     *
     * @param maxKeys how many pairs it keeps, at least 1
     * @param near takes the counts of the first addresses
     * @param far takes the counts of the second addresses
     * @param runs hears of runs when they end, at the latest in {@link #handOnKept} or {@link #merge}
     * @return the tally
     */
    public static AddressTally ofPairs(int maxKeys, AddressTally near, AddressTally far, Runs runs) {
        return new AddressTally(maxKeys, near, far, runs);
    }

    /**
     * Adds to the counts of an address.
     *
     * @param address the address
     * @param messages how many messages
     * @param bytes the captured bytes of their frames
     */
    public void add(IpAddress address, long messages, long bytes) {
        add(address.version(), address.high(), address.low(), 0, 0, messages, bytes);
    }

    /**
     * Adds to the counts of a pair of addresses, or of one.
     *
     * @param version 4 or 6
     * @param high the first half of the first address, as {@link IpAddress#high}
     * @param low its second half
     * @param farHigh the first half of the second address, 0 where there is none
     * @param farLow its second half
     * @param messages how many messages
     * @param bytes the captured bytes of their frames
     */
    public void add(int version, long high, long low, long farHigh, long farLow, long messages, long bytes) {
        int row = rows.find(version, high, low, farHigh, farLow);
        if (row >= 0) {
            rows.add(row, messages, bytes);
        } else {
            enter(row, version, high, low, farHigh, farLow, messages, bytes);
        }
    }

    /**
     * Adds a message to the counts of a pair, if the pair is kept and its latest message had the same mark.
     *
     * @param version 4 or 6
     * @param high the first half of the first address, as {@link IpAddress#high}
     * @param low its second half
     * @param farHigh the first half of the second address
     * @param farLow its second half
     * @param mark what many messages of a pair have in common, in {@value #MARK_BITS} bits of which the last {@value
     *     #MARK_BYTES} are the captured bytes; 0 for none
     * @return whether it was added; if not, {@link #add} adds it, and {@link #beginRun} lets others follow
     */
    public boolean addAgain(int version, long high, long low, long farHigh, long farLow, long mark) {
        int row = rows.find(version, high, low, farHigh, farLow);
        return row >= 0 && mark != 0 && rows.addAgain(row, mark);
    }

    /**
     * Notes the mark of the latest message of a pair.
     *
     * @param version 4 or 6
     * @param high the first half of the first address, as {@link IpAddress#high}
     * @param low its second half
     * @param farHigh the first half of the second address
     * @param farLow its second half
     * @param mark what others may have in common with it, or 0
     */
    public void beginRun(int version, long high, long low, long farHigh, long farLow, long mark) {
        int row = rows.find(version, high, low, farHigh, farLow);
        if (row >= 0) {
            endRun(row);
            rows.beginRun(row, mark);
        }
    }

    private void endRun(int row) {
        long messages = rows.run(row);
        if (messages > 0 && runs != null) {
            long mark = rows.mark(row);
            runs.ended(mark, messages);
            rows.add(row, messages, messages * (mark & (1 << MARK_BYTES) - 1));
            rows.beginRun(row, mark);
        }
    }

    private void enter(
            int place, int version, long high, long low, long farHigh, long farLow, long messages, long bytes) {
        if (cutoff.isSet() && !cutoff.keeps(rows.spread(version, high, low, farHigh, farLow))) {
            handOn(version, high, low, farHigh, farLow, messages, bytes);
            return;
        }
        rows.add(rows.enter(place, version, high, low, farHigh, farLow), messages, bytes);
        if (rows.size() > fullRows) {
            shrink();
        }
    }

    private void handOn(int version, long high, long low, long farHigh, long farLow, long messages, long bytes) {
        if (near != null && far != null) {
            near.add(version, high, low, 0, 0, messages, bytes);
            far.add(version, farHigh, farLow, 0, 0, messages, bytes);
        }
    }

    /** Drops keys until no more than the capacity are left. */
    private void shrink() {
        if (cutoff.isExceededBy(rows.size())) {
            cutoff.lower(rows.spreads());
            drop();
        }
    }

    private void drop() {
        for (int row = rows.next(-1); row >= 0; row = rows.next(row)) {
            if (!cutoff.keeps(rows.spread(row))) {
                endRun(row);
                handOn(row);
                rows.remove(row);
            }
        }
        rows.close();
    }

    private void handOn(int row) {
        handOn(
                rows.version(row),
                rows.high(row),
                rows.low(row),
                rows.farHigh(row),
                rows.farLow(row),
                rows.messages(row),
                rows.bytes(row));
    }

    /** Adds the counts of the pairs that are kept to the tallies of their addresses, when all are seen. */
    public void handOnKept() {
        shrink();
        for (int row = rows.next(-1); row >= 0; row = rows.next(row)) {
            endRun(row);
            handOn(row);
        }
    }

    /**
     * Adds the counts of another tally.
     *
     * @param other a tally of the same kind and size, which is not used any more afterwards
     */
    public void merge(AddressTally other) {
        cutoff.lowerTo(other.cutoff);
        if (cutoff.isSet()) {
            drop();
        }
        AddressRows more = other.rows;
        for (int row = more.next(-1); row >= 0; row = more.next(row)) {
            other.endRun(row);
            add(
                    more.version(row),
                    more.high(row),
                    more.low(row),
                    more.farHigh(row),
                    more.farLow(row),
                    more.messages(row),
                    more.bytes(row));
        }
    }

    /**
     * Finds the next of the keys that are kept, in no particular order. It is known by the number of its row, until
     * something is added.
     *
     * @param row the row before, or -1
     * @return the next row, or -1 behind the last
     */
    public int next(int row) {
        if (row < 0) {
            shrink();
        }
        return rows.next(row);
    }

    /**
     * Finds the row of an address.
     *
     * @param address the address
     * @return its row, or -1 when it is not kept
     */
    public int row(IpAddress address) {
        shrink();
        return Math.max(-1, rows.find(address.version(), address.high(), address.low(), 0, 0));
    }

    /**
     * Returns the address of a row, or the first one of its pair.
     *
     * @param row the row
     * @return the address
     */
    public IpAddress address(int row) {
        return new IpAddress(rows.version(row), rows.high(row), rows.low(row));
    }

    /**
     * Returns the second address of a row.
     *
     * @param row the row of a pair
     * @return the address
     */
    public IpAddress far(int row) {
        return new IpAddress(rows.version(row), rows.farHigh(row), rows.farLow(row));
    }

    /**
     * Returns how many messages were counted.
     *
     * @param row a row, or -1
     * @return their number, 0 for no row
     */
    public long messages(int row) {
        return row < 0 ? 0 : rows.messages(row);
    }

    /**
     * Returns the captured bytes of the frames that were counted.
     *
     * @param row a row, or -1
     * @return their number, 0 for no row
     */
    public long bytes(int row) {
        return row < 0 ? 0 : rows.bytes(row);
    }

    /**
     * Returns how many different keys there were.
     *
     * @return exactly, or estimated when they were too many
     */
    public long distinct() {
        shrink();
        return cutoff.distinct(rows.size());
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
     * @param what what the keys are, such as {@code "source addresses"}
     * @param draft the report so far
     */
    public void tellLimit(String what, ReportDraft draft) {
        shrink();
        cutoff.tellLimit(what, rows.size(), draft);
    }

    /**
     * Lists what is kept.
     *
     * @param most how many entries to list at most
     * @param entry makes an entry of a row
     * @param order which entries come first; a total order, so that the list is always the same
     * @param <T> what is listed
     * @return the first entries, and how many more there are
     */
    public <T> Listing<T> listing(int most, IntFunction<T> entry, Comparator<T> order) {
        First<T> first = new First<>(most, order);
        for (int row = next(-1); row >= 0; row = next(row)) {
            first.add(entry.apply(row));
        }
        List<T> listed = first.list();
        return new Listing<>(listed, distinct() - listed.size(), isFull());
    }
}
