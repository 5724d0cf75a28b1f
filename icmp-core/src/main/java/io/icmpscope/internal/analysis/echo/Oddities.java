package io.icmpscope.internal.analysis.echo;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What most sessions have nothing of, apart from them so that they stay small. */
final class Oddities implements Serializable {

    private static final int MAX_OTHER_RESPONDERS = 16;

    long duplicates;
    long retransmissions;
    long late;
    long outOfOrder;
    long errors;
    long captureCopies;
    long replyCopies; // among them
    long payloadMismatches;

    /** Requests of small time to live, which may be probes of a traceroute, and what became of them. */
    long probes;

    private int leastTtl = Integer.MAX_VALUE;
    private int mostTtl;
    long probesAnswered;
    long probesRefused;
    long probesPending;

    /** Replies from others than who was asked, those after the first of them too. */
    long otherReplies;

    private @Nullable SortedSet<IpAddress> otherResponders;
    private @Nullable BusySeconds busy;

    void probe(int ttl) {
        probes++;
        leastTtl = Math.min(leastTtl, ttl);
        mostTtl = Math.max(mostTtl, ttl);
    }

    /** Whether probes had several times to live, as those of a traceroute have, or 1, with which it begins. */
    boolean hasProbesOfATraceroute() {
        return leastTtl < mostTtl || leastTtl == 1;
    }

    /** Requests that were sent or captured once more. */
    long requestsAgain() {
        return retransmissions + captureCopies - replyCopies;
    }

    /** The busy seconds, to which there is something to add. */
    BusySeconds busy() {
        if (busy == null) {
            busy = new BusySeconds();
        }
        return busy;
    }

    List<Pace.Busy> busySeconds() {
        return busy == null ? List.of() : busy.list();
    }

    boolean hasOtherResponders() {
        return otherResponders != null;
    }

    void addOtherResponder(IpAddress address) {
        otherReplies++;
        if (otherResponders == null) {
            otherResponders = new TreeSet<>();
        }
        otherResponders.add(address);
        if (otherResponders.size() > MAX_OTHER_RESPONDERS) {
            otherResponders.remove(otherResponders.last());
        }
    }

    List<IpAddress> otherResponders() {
        return otherResponders == null ? List.of() : List.copyOf(otherResponders);
    }

    /** How many sessions take as much room: a session has a bit less than 200 bytes. */
    int weight() {
        return 1 + (otherResponders == null ? 0 : 1 + otherResponders.size() / 2) + (busy == null ? 0 : busy.weight());
    }
}
