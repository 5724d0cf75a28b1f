package io.icmpscope.internal.analysis.echo;

import static java.util.Objects.requireNonNull;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.report.LossBurst;
import io.icmpscope.report.Outage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When requests of one session were lost, one after the other. They are settled in the order in which they were sent. */
final class Losses implements Serializable {

    /** So many in a row are an outage, when nobody says why. */
    static final int OUTAGE = 3;

    private static final int MAX_KEPT = 64;
    private static final int MAX_BURSTS = 16;

    private static final class Run implements Serializable {
        int firstOrdinal;
        int firstSequenceNumber;
        long firstNanos;
        long answeredBefore;
        int lastSequenceNumber;
        long lastNanos;
        long count;
        long silent; // of them those about which no ICMP error came
        long answeredAfter;

        void begin(Request first, long answeredAtLast) {
            firstOrdinal = first.ordinal();
            firstSequenceNumber = first.sequenceNumber();
            firstNanos = first.sentNanos();
            answeredBefore = answeredAtLast;
            count = 0;
            silent = 0;
            answeredAfter = Frame.NO_TIME;
        }

        /** The worst first. */
        static int order(Run one, Run other) {
            int order = Long.compare(other.count, one.count);
            return order != 0 ? order : Integer.compare(one.firstOrdinal, other.firstOrdinal);
        }

        LossBurst burst() {
            return new LossBurst(
                    PacketEntries.instant(firstNanos),
                    PacketEntries.instant(lastNanos),
                    count,
                    firstSequenceNumber,
                    lastSequenceNumber);
        }

        boolean isOutage() {
            return silent >= OUTAGE && firstNanos != Frame.NO_TIME && lastNanos != Frame.NO_TIME;
        }
    }

    private final List<Run> kept = new ArrayList<>(0); // one more than that, with the latest at the end

    private @Nullable Run open; // the latest, unless it was answered since
    private @Nullable Run least; // of the others, as far as it is known
    private long omitted;
    private long latestAnswer = Frame.NO_TIME;

    void settle(Request request) {
        if (request.isAnswered()) {
            if (open != null) {
                open.answeredAfter = request.replyNanos();
                open = null;
            }
            latestAnswer = Math.max(latestAnswer, request.replyNanos());
            return;
        }
        if (open == null) {
            open = next();
            open.begin(request, latestAnswer);
        }
        open.lastSequenceNumber = request.sequenceNumber();
        open.lastNanos = request.sentNanos();
        open.count++;
        open.silent += request.isRefused() ? 0 : 1;
    }

    /** One to begin: when there are enough the least of them, which is nearly always the latest. */
    private Run next() {
        if (kept.size() <= MAX_KEPT) {
            Run fresh = new Run();
            kept.add(fresh);
            return fresh;
        }
        omitted++;
        Run latest = kept.get(MAX_KEPT);
        if (least == null) {
            least = Collections.max(kept.subList(0, MAX_KEPT), Run::order);
        }
        Run out = least;
        if (Run.order(latest, out) > 0) {
            return latest;
        }
        kept.set(kept.indexOf(out), latest);
        kept.set(MAX_KEPT, out);
        least = null;
        return out;
    }

    /** The worst ones, with most in a row first. */
    List<LossBurst> bursts() {
        return kept.stream()
                .sorted(Run::order)
                .limit(MAX_BURSTS)
                .map(Run::burst)
                .toList();
    }

    /** How many there are beside them. */
    long omitted() {
        return omitted + Math.max(0, kept.size() - MAX_BURSTS);
    }

    /** Those that are outages. */
    List<Outage> outages(Session session) {
        return kept.stream()
                .filter(Run::isOutage)
                .map(run -> new Outage(
                        session.requester(),
                        session.responder(),
                        session.identifier(),
                        requireNonNull(PacketEntries.instant(run.firstNanos)),
                        requireNonNull(PacketEntries.instant(run.lastNanos)),
                        run.count,
                        PacketEntries.instant(run.answeredBefore),
                        PacketEntries.instant(run.answeredAfter)))
                .toList();
    }
}
