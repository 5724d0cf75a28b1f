package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What most sessions have nothing of, apart from them so that they stay small. */
final class Oddities {

    private static final int MAX_OTHER_RESPONDERS = 16;
    private static final int MAX_EARLY = 8;

    /** How much earlier than its request a reply may stand in the file. */
    private static final long REORDER_NANOS = 10_000_000;

    /** A reply whose request has not come yet. */
    private record Early(int sequenceNumber, long nanos, int data) {}

    long duplicates;
    long retransmissions;
    long late;
    long outOfOrder;
    long errors;
    long unsolicited;
    long captureCopies;
    long payloadMismatches;

    /** Requests of small time to live, which may be probes of a traceroute, and what became of them. */
    long probes;

    long probesAnswered;
    long probesRefused;
    long probesPending;

    private @Nullable SortedSet<IpAddress> otherResponders;
    private @Nullable Deque<Early> early;

    boolean hasOtherResponders() {
        return otherResponders != null;
    }

    void addOtherResponder(IpAddress address) {
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
        int responders = otherResponders == null ? 0 : 1 + otherResponders.size() / 2;
        return 1 + responders + (early == null ? 0 : 1 + early.size() / 4);
    }

    /** Keeps a reply that answers nothing known, in case that its request only stands behind it. */
    void keepEarly(PacketView view, int sequenceNumber) {
        if (view.timeNanos() == Frame.NO_TIME) {
            return;
        }
        if (early == null) {
            early = new ArrayDeque<>(2);
        }
        early.addLast(new Early(sequenceNumber, view.timeNanos(), Request.data(view)));
        if (early.size() > MAX_EARLY) {
            early.removeFirst();
        }
    }

    /** The time of the kept reply to a request, which is forgotten then; or {@link Frame#NO_TIME}. */
    long takeEarly(PacketView view, int sequenceNumber) {
        if (early == null || view.timeNanos() == Frame.NO_TIME) {
            return Frame.NO_TIME;
        }
        for (Early reply : early) {
            boolean near = Math.abs(view.timeNanos() - reply.nanos) <= REORDER_NANOS;
            if (near && reply.sequenceNumber == sequenceNumber && reply.data == Request.data(view)) {
                early.remove(reply);
                return reply.nanos;
            }
        }
        return Frame.NO_TIME;
    }
}
