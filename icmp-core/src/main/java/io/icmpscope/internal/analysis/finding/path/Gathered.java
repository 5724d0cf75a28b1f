package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.ErrorGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Errors that are one trouble: how many, from when to when, in which frames first, and who is concerned. */
final class Gathered {

    final TreeSet<IpAddress> reporters = new TreeSet<>();
    final TreeSet<IpAddress> sources = new TreeSet<>();
    final TreeSet<IpAddress> destinations = new TreeSet<>();
    final TreeSet<Integer> codes = new TreeSet<>();
    private Seen seen = Seen.NOTHING;

    void add(ErrorGroup errors) {
        reporters.add(errors.reporter());
        if (errors.original().source() != null) {
            sources.add(errors.original().source());
        }
        if (errors.original().destination() != null) {
            destinations.add(errors.original().destination());
        }
        if (errors.icmpCode() != null) {
            codes.add(errors.icmpCode());
        }
        add(new Seen(errors.count(), errors.frames(), errors.firstTime(), errors.lastTime()));
    }

    void add(Gathered other) {
        reporters.addAll(other.reporters);
        sources.addAll(other.sources);
        destinations.addAll(other.destinations);
        codes.addAll(other.codes);
        add(other.seen);
    }

    void add(Seen more) {
        seen = Seen.sum(List.of(seen, more));
    }

    long count() {
        return seen.count();
    }

    Seen seen() {
        return seen;
    }

    /** The lists one behind the other, those whom it is about first. */
    static List<IpAddress> addresses(List<Collection<IpAddress>> lists) {
        List<IpAddress> all = new ArrayList<>();
        lists.forEach(all::addAll);
        return all;
    }
}
