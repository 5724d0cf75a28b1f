package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.echo.KeptPings;
import io.icmpscope.internal.analysis.echo.Pace;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Finds addresses that received many echo requests a second, from the pings alone, so that no packet costs anything for it.
 * Seconds in which one ping asked often are exact; the other requests of a ping are dealt out evenly over its time, and as
 * large as those of its last second. Of pings that were too many to be kept nothing is known.
 */
final class RequestLoads {

    private static final int THOUSAND = 1_000;
    private static final int WINDOW_SHIFT = 10; // seconds of a window, as a power of two

    private final List<KeptPings> pings;
    private final long atLeast;
    private final double least;

    // By places that several may share: a million addresses, or windows of one, need no more than this.
    private final int[] requests; // to an address
    private final int[] peaks; // thousandths of requests a second, if the busiest seconds of all pings of a window met

    private RequestLoads(List<KeptPings> pings, double busy, double least) {
        this.pings = pings;
        this.atLeast = Math.max(1, (long) Math.ceil(busy));
        this.least = least;
        int most = pings.stream().mapToInt(KeptPings::most).sum();
        requests = new int[Integer.highestOneBit(Math.max(1, most))];
        peaks = new int[requests.length];
    }

    /**
     * Finds the addresses with busy seconds.
     *
     * @param busy requests that make a second busy
     * @param least how many requests an address must have got in all
     * @return bursts by address
     */
    static List<Burst> bursts(Merged merged, double busy, double least) {
        RequestLoads all = new RequestLoads(merged.observed(KeptPings.class), busy, least);
        all.forEach(all::count);
        Map<IpAddress, RequestLoad> loads = new HashMap<>();
        all.forEach(ping -> {
            if (all.mayBePartOfAFlood(ping)) {
                loads.computeIfAbsent(ping.responder(), RequestLoad::new);
            }
        });
        if (loads.isEmpty()) {
            return List.of();
        }
        all.forEachOf(loads, RequestLoad::note);
        all.forEachOf(loads, RequestLoad::add);
        TreeMap<IpAddress, Burst> bursts = new TreeMap<>();
        loads.forEach((address, load) -> {
            Burst burst = load.burst(all.atLeast);
            if (burst.messages() > 0) {
                bursts.put(address, burst);
            }
        });
        all.showFrames(bursts);
        return new ArrayList<>(bursts.values());
    }

    /** Leaves out the pings of windows that cannot be busy. */
    private void forEachOf(Map<IpAddress, RequestLoad> loads, BiConsumer<RequestLoad, Pace> action) {
        forEach(ping -> {
            RequestLoad load = loads.get(ping.responder());
            if (load != null && (!isOfOneWindow(ping) || mayBePartOfAFlood(ping))) {
                action.accept(load, ping);
            }
        });
    }

    private void forEach(Consumer<Pace> action) {
        pings.forEach(kept -> kept.forEachPace(action));
    }

    private static boolean isOfOneWindow(Pace ping) {
        long window = ping.firstSecond() >> WINDOW_SHIFT;
        return ping.lastSecond() >> WINDOW_SHIFT == window
                && ping.busy().stream().allMatch(busy -> busy.second() >> WINDOW_SHIFT == window);
    }

    private int place(long spread) {
        return (int) spread & requests.length - 1;
    }

    private void count(Pace ping) {
        long address = Spread.of(0, ping.responder());
        int place = place(address);
        requests[place] = sum(requests[place], ping.requests());
        int peak = place(window(address, ping));
        peaks[peak] = sum(peaks[peak], RequestLoad.peak(ping) / (RequestLoad.MILLION / THOUSAND) + 1);
    }

    /** Pings of more than one window may add to any. */
    private static long window(long address, Pace ping) {
        return isOfOneWindow(ping) ? Spread.of(address, ping.firstSecond() >> WINDOW_SHIFT) : address;
    }

    private static int sum(int sum, long more) {
        return (int) Math.min(Integer.MAX_VALUE, sum + more);
    }

    private boolean mayBePartOfAFlood(Pace ping) {
        long address = Spread.of(0, ping.responder());
        long peak = peaks[place(address)] + (isOfOneWindow(ping) ? (long) peaks[place(window(address, ping))] : 0);
        return requests[place(address)] >= Math.min(least, Integer.MAX_VALUE)
                && peak >= Math.min((double) atLeast * THOUSAND, Integer.MAX_VALUE);
    }

    /** Names those frames of which it is certain that they are in busy seconds. */
    private void showFrames(Map<IpAddress, Burst> bursts) {
        if (bursts.isEmpty()) {
            return;
        }
        forEach(ping -> {
            Burst burst = bursts.get(ping.responder());
            if (burst != null) {
                ping.busy().stream()
                        .filter(busy -> burst.has(busy.second()))
                        .forEach(busy -> burst.frames.add(busy.frame()));
            }
        });
    }
}
