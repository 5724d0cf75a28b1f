package io.icmpscope.internal.analysis.echo;

import static java.util.Objects.requireNonNull;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.report.LossBurst;
import io.icmpscope.report.Outage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When requests of one session were lost, one after the other. They are settled in the order in which they were sent. */
final class Losses implements Serializable {

    /** So many in a row are an outage, when nobody says why. */
    static final int OUTAGE = 3;

    private static final int MAX_KEPT = 64;
    private static final int MAX_BURSTS = 16;

    private static final Comparator<Run> WORST_FIRST =
            Comparator.comparingLong((Run run) -> -run.count).thenComparingInt(run -> run.firstOrdinal);

    private static final class Run implements Serializable {
        final int firstOrdinal;
        final int firstSequenceNumber;
        final long firstNanos;
        final long answeredBefore;
        int lastSequenceNumber;
        long lastNanos;
        long count;
        long silent; // of them those about which no ICMP error came
        long answeredAfter = Frame.NO_TIME;

        Run(Request first, long answeredBefore) {
            firstOrdinal = first.ordinal();
            firstSequenceNumber = first.sequenceNumber();
            firstNanos = first.sentNanos();
            this.answeredBefore = answeredBefore;
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

    private final List<Run> kept = new ArrayList<>(0);
    private @Nullable Run open;
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
            open = new Run(request, latestAnswer);
            if (kept.size() > MAX_KEPT) {
                kept.sort(WORST_FIRST);
                kept.remove(MAX_KEPT);
                omitted++;
            }
            kept.add(open);
        }
        open.lastSequenceNumber = request.sequenceNumber();
        open.lastNanos = request.sentNanos();
        open.count++;
        open.silent += request.isRefused() ? 0 : 1;
    }

    /** The worst ones, with most in a row first. */
    List<LossBurst> bursts() {
        kept.sort(WORST_FIRST);
        return kept.stream().limit(MAX_BURSTS).map(Run::burst).toList();
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
