package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.echo.Pace;
import io.icmpscope.message.IpAddress;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many echo requests an address received in each second, as far as its pings tell: a sum that changes at the begin of some
 * seconds, so that a ping of days costs no more than a short one. All of it are whole numbers, so that the order of the
 * pings does not matter. First all pings are noted, then all are added.
 */
final class RequestLoad {

    /** Takes how the load changes with the begin of a second: millionths of requests, and bytes, a second. */
    interface Change {
        void at(long second, long millionths, long bytes);
    }

    static final long MILLION = 1_000_000;

    /** The shares of many pings are rounded; together they are still as much as they were. */
    private static final long ROUNDED = 1_000;

    /** More than a day; beyond it a flood is one for sure. */
    private static final int MOST_SECONDS = 100_000;

    private final IpAddress address;
    private long[] seconds = new long[8]; // in which the load changes
    private int size;
    private long[] millionths = {}; // by how much
    private long[] bytes = {};

    RequestLoad(IpAddress address) {
        this.address = address;
    }

    /** Notes the seconds in which a ping changes the load. */
    void note(Pace ping) {
        changes(ping, (second, more, moreBytes) -> note(second));
    }

    private void note(long second) {
        if (size == seconds.length) {
            sort();
            seconds = Arrays.copyOf(seconds, size > seconds.length / 2 ? 2 * seconds.length : seconds.length);
        }
        seconds[size++] = second;
    }

    private void sort() {
        Arrays.sort(seconds, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || seconds[i] != seconds[kept - 1]) {
                seconds[kept++] = seconds[i];
            }
        }
        size = kept;
    }

    /** Adds a ping, when all of them are noted. */
    void add(Pace ping) {
        if (millionths.length == 0) {
            sort();
            millionths = new long[size];
            bytes = new long[size];
        }
        changes(ping, (second, more, moreBytes) -> {
            int at = Arrays.binarySearch(seconds, 0, size, second);
            millionths[at] += more;
            bytes[at] += moreBytes;
        });
    }

    /** The seconds with at least so many requests, a day of them at most. */
    Burst burst(long atLeast) {
        Burst burst = new Burst(address);
        long now = ROUNDED;
        long bytesNow = 0;
        for (int i = 0; i < size - 1; i++) {
            now += millionths[i];
            bytesNow += bytes[i];
            if (now >= atLeast * MILLION) {
                for (long second = seconds[i];
                        second < seconds[i + 1] && burst.busySeconds() < MOST_SECONDS;
                        second++) {
                    burst.add(second, now / MILLION, bytesNow);
                }
            }
        }
        return burst;
    }

    /** What the busiest second of a ping has, in millionths of requests; twice, for clocks that were set back. */
    static long peak(Pace ping) {
        long[] most = {0};
        changes(ping, (second, more, moreBytes) -> most[0] = Math.max(most[0], more));
        return 2 * most[0];
    }

    /** Tells of the busy seconds of a ping and of the last one what they had, and deals out its other requests to its other seconds. */
    private static void changes(Pace ping, Change change) {
        long rest = ping.requests();
        for (Pace.Busy busy : ping.busy()) {
            change.at(busy.second(), busy.requests() * MILLION, busy.bytes());
            change.at(busy.second() + 1, -busy.requests() * MILLION, -busy.bytes());
            rest -= busy.requests();
        }
        if (rest > 0) {
            deal(rest, ping, change);
        }
    }

    private static void deal(long rest, Pace ping, Change change) {
        TreeSet<Long> busy = new TreeSet<>();
        ping.busy().forEach(second -> busy.add(second.second()));
        boolean all = busy.isEmpty() || ping.busy().size() < Pace.MOST_BUSY; // else others were as busy behind them
        long first = all ? ping.firstSecond() : Math.max(ping.firstSecond(), busy.last() + 1);
        long last = Math.max(first, ping.lastSecond());
        long atLast = busy.contains(last) ? 0 : Math.min(rest, ping.lastRequests());
        fill(last, last, atLast * MILLION, ping, change);
        long before = rest - atLast;
        if (before > 0) {
            spread(before, first, before == 1 ? first : Math.max(first, last - 1), busy, ping, change);
        }
    }

    private static void spread(
            long requests, long first, long last, NavigableSet<Long> busy, Pace ping, Change change) {
        Set<Long> known = busy.subSet(first, true, last, true);
        long free = last - first + 1 - known.size();
        if (free == 0) { // a clock that was set back
            known = Set.of();
            free = last - first + 1;
        }
        long share = (requests * MILLION + free / 2) / free;
        fill(first, last, share, ping, change);
        for (long second : known) {
            fill(second, second, -share, ping, change);
        }
    }

    private static void fill(long first, long last, long millionths, Pace ping, Change change) {
        long bytes = (long) ((double) millionths * ping.bytesEach() / MILLION);
        change.at(first, millionths, bytes);
        change.at(last + 1, -millionths, -bytes);
    }
}
