package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.ErrorGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Errors that are one trouble: how many, from when to when, in which frames first, and who is concerned. */
final class Gathered {

    final TreeSet<IpAddress> reporters = new TreeSet<>();
    final TreeSet<IpAddress> sources = new TreeSet<>();
    final TreeSet<IpAddress> destinations = new TreeSet<>();
    final TreeSet<Integer> codes = new TreeSet<>();
    private final TreeSet<Long> frames = new TreeSet<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private long count;

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
        add(other.seen());
    }

    void add(Seen seen) {
        count += seen.count();
        frames.addAll(seen.frames());
        first = earlier(first, seen.first());
        Instant ended = seen.last();
        last = last == null || (ended != null && ended.isAfter(last)) ? ended : last;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    long count() {
        return count;
    }

    Seen seen() {
        return new Seen(count, List.copyOf(frames), first, last);
    }

    /** The lists one behind the other, those whom it is about first. */
    static List<IpAddress> addresses(List<Collection<IpAddress>> lists) {
        List<IpAddress> all = new ArrayList<>();
        lists.forEach(all::addAll);
        return all;
    }
}
