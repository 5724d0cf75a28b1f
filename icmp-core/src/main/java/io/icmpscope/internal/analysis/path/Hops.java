package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.analysis.path.Answer.Kind;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Traceroute.EndReason;
import io.icmpscope.report.TracerouteHop;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The hops of a traceroute by time to live, and where and why the path ends. */
final class Hops implements Serializable {

    private static final int MOST_RESPONDERS = 96; // of all hops; a real path has as many as it has hops, or twice that

    private final NavigableMap<Integer, HopFold> byTtl = new TreeMap<>();

    private int responders; // of all hops

    void sent(int ttl) {
        of(ttl).sent();
    }

    /** Takes back a probe of which is not known whether it was lost. */
    void pending(int ttl) {
        of(ttl).pending();
    }

    /** Takes an answer; the round trip is negative when it could not be measured. */
    void answered(int ttl, Answer answer, long ordinal, long rttNanos) {
        HopFold hop = of(ttl);
        int before = hop.responders().size();
        hop.answered(answer, ordinal, rttNanos, responders < MOST_RESPONDERS);
        responders += hop.responders().size() - before;
    }

    private HopFold of(int ttl) {
        return byTtl.computeIfAbsent(ttl, HopFold::new);
    }

    /** How many different times to live there were. */
    int count() {
        return byTtl.size();
    }

    /** The smallest time to live; 0 when there is none. */
    int smallest() {
        return byTtl.isEmpty() ? 0 : byTtl.firstKey();
    }

    EndReason endReason() {
        if (first(1, hop -> hop.was(Kind.REACHED)) > 0) {
            return EndReason.REACHED;
        }
        if (refusedAt() > 0) {
            return EndReason.UNREACHABLE;
        }
        if (endsInLoop()) {
            return EndReason.LOOP;
        }
        int last = last(HopFold::wasSent);
        return last > 0 && !of(last).wasAnswered() ? EndReason.NO_ANSWER : EndReason.STOPPED;
    }

    /** All hops up to where the path ends: programs send more probes than that, and all of them are answered alike. */
    List<TracerouteHop> finish() {
        int reached = first(1, hop -> hop.was(Kind.REACHED));
        int refused = refusedAt();
        int end = reached > 0 ? reached : refused > 0 ? refused : last(HopFold::wasSent);
        List<TracerouteHop> hops = new ArrayList<>();
        for (int ttl = smallest(); ttl > 0 && ttl <= end; ttl++) {
            HopFold hop = byTtl.get(ttl);
            hops.add((hop == null ? new HopFold(ttl) : hop).finish());
        }
        return hops;
    }

    /**
     * Where someone refused what nobody let pass; 0 when nobody did. Where some probes expired and others were refused, the
     * path ends only if nobody tried to get further: a smaller packet may.
     */
    private int refusedAt() {
        int passed = last(hop -> hop.was(Kind.TRANSIT));
        int from = last(HopFold::wasSent) == passed ? passed : passed + 1;
        return first(from, hop -> hop.was(Kind.REFUSED));
    }

    /** Whether the last router that answered had let go the probes before, and another one had come between. */
    private boolean endsInLoop() {
        int last = last(HopFold::wasAnswered);
        return last > 0 && of(last).responders().stream().anyMatch(router -> isMetTwice(router, last));
    }

    private boolean isMetTwice(IpAddress router, int last) {
        int between = last - 1;
        while (between > 0 && hasResponder(between, router)) {
            between--;
        }
        for (int ttl = between - 1; ttl > 0; ttl--) {
            if (hasResponder(ttl, router)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasResponder(int ttl, IpAddress router) {
        HopFold hop = byTtl.get(ttl);
        return hop != null && hop.hasResponder(router);
    }

    private int first(int from, Predicate<HopFold> wanted) {
        return first(byTtl.tailMap(from, true), wanted);
    }

    private int last(Predicate<HopFold> wanted) {
        return first(byTtl.descendingMap(), wanted);
    }

    private static int first(Map<Integer, HopFold> hops, Predicate<HopFold> wanted) {
        for (Map.Entry<Integer, HopFold> hop : hops.entrySet()) {
            if (wanted.test(hop.getValue())) {
                return hop.getKey();
            }
        }
        return 0;
    }
}
