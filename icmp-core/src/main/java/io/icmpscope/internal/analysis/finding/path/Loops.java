package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.Circling;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.HopResponder;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.Traceroute.EndReason;
import io.icmpscope.report.TracerouteHop;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The loops of a capture by whose packets to whom go in a circle; of several proofs of one the best. */
final class Loops {

    /** Whose packets to whom. */
    record Way(IpAddress source, IpAddress destination) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : destination.compareTo(other.destination);
        }
    }

    private final Merged merged;
    private final Traced traced;
    private final Map<Way, Loop> loops = new TreeMap<>();

    Loops(Merged merged) {
        this.merged = merged;
        traced = new Traced(merged.report());
        merged.observed(Circling.class).stream()
                .sorted((one, other) -> one.flow().compareTo(other.flow()))
                .forEach(this::circling);
        merged.report().traceroutes().entries().stream()
                .filter(run -> run.endReason() == EndReason.LOOP)
                .forEach(this::explored);
        expiredAtTwo();
    }

    Collection<Loop> all() {
        return loops.values();
    }

    boolean explain(ErrorGroup errors) {
        IpAddress source = errors.original().source();
        IpAddress destination = errors.original().destination();
        return source != null && destination != null && loops.containsKey(new Way(source, destination));
    }

    /** Whether a router, not the receiver of fragments, says that a packet ran out of hops. */
    static boolean isExpiry(ErrorGroup errors) {
        Integer code = errors.icmpCode();
        return errors.icmpType() == Failures.timeExceeded(errors.icmpVersion()) && code != null && code == 0;
    }

    private void circling(Circling circling) {
        Way way = new Way(circling.flow().source(), circling.flow().destination());
        if (circling.returns() >= merged.value(RoutingLoopRule.RETURNS)) {
            loops.putIfAbsent(way, Loop.seen(way, circling));
        }
        if (circling.expired().count() >= merged.value(RoutingLoopRule.EXPIRED)) {
            loops.putIfAbsent(way, Loop.expired(way, circling));
        }
    }

    private void explored(Traceroute run) {
        Way way = new Way(run.source(), run.destination());
        Set<IpAddress> routers = circle(run);
        int rounds = (int) run.hops().stream()
                .filter(hop -> hop.responders().stream()
                        .anyMatch(router -> router.address().equals(lastRouter(run))))
                .count();
        Gathered errors = new Gathered();
        merged.report().errors().entries().stream()
                .filter(group -> isExpiry(group)
                        && traced.provoked(group)
                        && run.source().equals(group.original().source())
                        && run.destination().equals(group.original().destination())
                        && routers.contains(group.reporter()))
                .forEach(errors::add);
        if (errors.count() > 0) {
            loops.putIfAbsent(way, Loop.explored(way, List.copyOf(routers), rounds, errors.seen()));
        }
    }

    private static IpAddress lastRouter(Traceroute run) {
        IpAddress last = run.source();
        for (TracerouteHop hop : run.hops()) {
            last = hop.responders().isEmpty() ? last : hop.responders().get(0).address();
        }
        return last;
    }

    /** Who stands at more than one hop. */
    private static Set<IpAddress> circle(Traceroute run) {
        Map<IpAddress, Long> hops = run.hops().stream()
                .flatMap(hop -> hop.responders().stream().map(HopResponder::address))
                .collect(Collectors.groupingBy(router -> router, TreeMap::new, Collectors.counting()));
        hops.values().removeIf(count -> count < 2);
        return hops.keySet();
    }

    /** Packets of a program, no traceroute, that expire at two routers: of different times to live, in a circle of two. */
    private void expiredAtTwo() {
        Map<Way, Map<IpAddress, Gathered>> expired = new TreeMap<>();
        for (ErrorGroup errors : merged.report().errors().entries()) {
            IpAddress source = errors.original().source();
            IpAddress destination = errors.original().destination();
            if (source != null && destination != null && isExpiry(errors) && !traced.provoked(errors)) {
                expired.computeIfAbsent(new Way(source, destination), fresh -> new TreeMap<>())
                        .computeIfAbsent(errors.reporter(), fresh -> new Gathered())
                        .add(errors);
            }
        }
        expired.forEach(this::expiredAtTwo);
    }

    private void expiredAtTwo(Way way, Map<IpAddress, Gathered> byReporter) {
        Gathered all = new Gathered();
        Set<IpAddress> often = new TreeSet<>();
        byReporter.forEach((reporter, errors) -> {
            all.add(errors);
            if (errors.count() >= merged.value(RoutingLoopRule.EXPIRED)) {
                often.add(reporter);
            }
        });
        if (often.size() == 2) {
            loops.putIfAbsent(way, Loop.atTwo(way, List.copyOf(often), all.seen()));
        }
    }
}
