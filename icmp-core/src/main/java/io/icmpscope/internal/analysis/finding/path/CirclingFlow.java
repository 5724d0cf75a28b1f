package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.finding.Circling;
import io.icmpscope.internal.analysis.finding.EchoFlow;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.TransportHeader;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The echo requests of one flow that have few hops left, and the errors that say that one expired. */
final class CirclingFlow implements Serializable {

    private static final int MOST_REPORTERS = 16;

    private final double leastReturns;
    private boolean shortLived; // some requests left, or came by, with few hops
    private final Sightings returned = new Sightings();
    private int mostReturns;
    private final Sightings expired = new Sightings();
    private final TreeSet<IpAddress> reporters = new TreeSet<>();

    // The packet that came by last, and how it comes by.
    private long start;
    private int mark;
    private @Nullable String from;
    private int ttl;
    private int step;
    private int returns;

    /**
     * Makes a flow that nothing is known of.
     *
     * @param leastReturns how often a packet comes by again at least; twice as often where the sender of the frame is not
     *     known, as then it may be at several places of one path
     */
    CirclingFlow(double leastReturns) {
        this.leastReturns = leastReturns;
    }

    void shortLived(PacketView view) {
        long nextStart = TransportHeader.start(view);
        int nextMark = TransportHeader.mark(view);
        String sender = view.linkSource();
        if (!shortLived || nextStart != start || nextMark != mark || view.ttl() > ttl) {
            begin(nextStart, nextMark, sender, view.ttl());
            return;
        }
        if (!Objects.equals(sender, from)) {
            return; // on its way back, or at another place
        }
        int fallen = ttl - view.ttl();
        if (fallen == 0) {
            return; // captured twice
        }
        returns = step == 0 || step == fallen ? returns + 1 : 0;
        step = fallen;
        ttl = view.ttl();
        if (returns >= (from == null ? 2 * leastReturns : leastReturns)) {
            returned.see(view);
            mostReturns = Math.max(mostReturns, returns);
        }
    }

    private void begin(long nextStart, int nextMark, @Nullable String sender, int hops) {
        shortLived = true;
        start = nextStart;
        mark = nextMark;
        from = sender;
        ttl = hops;
        step = 0;
        returns = 0;
    }

    void expired(PacketView view) {
        expired.see(view);
        reporters.add(view.source());
        if (reporters.size() > MOST_REPORTERS) {
            reporters.pollLast();
        }
    }

    void merge(CirclingFlow other) {
        shortLived |= other.shortLived;
        returned.addAll(other.returned);
        mostReturns = Math.max(mostReturns, other.mostReturns);
        expired.addAll(other.expired);
        other.reporters.forEach(reporters::add);
        while (reporters.size() > MOST_REPORTERS) {
            reporters.pollLast();
        }
    }

    /** Whether a packet came by again and again, or one expired that was never seen with few hops left. */
    boolean isCircling() {
        return returned.count() > 0 || (expired.count() > 0 && !shortLived);
    }

    Circling tell(EchoFlow flow) {
        return new Circling(
                flow, returned.seen(), mostReturns, shortLived ? Seen.NOTHING : expired.seen(), List.copyOf(reporters));
    }
}
