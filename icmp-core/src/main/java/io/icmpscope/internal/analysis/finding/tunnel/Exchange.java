package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.echo.KeptPings;
import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.EchoSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What two hosts sent each other in echo messages that no ping sends. */
final class Exchange implements Serializable {

    private static final int MOST_UNMARKED = 256; // messages
    private static final int MANY = 8; // identifiers

    private final Sightings shown = new Sightings();
    private final DataTally requests = new DataTally();
    private final DataTally replies = new DataTally();
    private final Numbers numbers = new Numbers();
    private final Map<Signature, Marked> known = new EnumMap<>(Signature.class);
    private long changed;
    private long emptied;
    private long unsolicited;
    private long latestRequest = -1;

    /** Takes a request of which the data from one byte on may say something. */
    void request(PacketView view, int from, DataScan scan) {
        if (isLatest(view)) {
            repeat(view);
            return;
        }
        numbers.request(view.identifier(), view.sequenceNumber());
        requests.see(view, from, scan);
        note(view);
    }

    /** Whether a request was captured or sent once more. */
    private boolean isLatest(PacketView view) {
        long packet = (view.dataSum() << 16 | view.sequenceNumber()) * 31 + view.identifier();
        boolean same = packet == latestRequest;
        latestRequest = packet;
        return same;
    }

    /** Takes a reply that does not repeat what a request said. */
    void reply(PacketView view, int from, DataScan scan) {
        numbers.reply(view.identifier());
        replies.see(view, from, scan);
        changed += EchoData.isChanged(view) ? 1 : 0;
        unsolicited += EchoData.isChanged(view) ? 0 : 1;
        note(view);
    }

    /** Takes a reply that acknowledges a request and says nothing. */
    void acknowledge() {
        emptied++;
    }

    private void note(PacketView view) {
        shown.see(view);
        if (known.isEmpty() && shown.count() > MOST_UNMARKED) {
            return;
        }
        Signature mark = Signature.of(view);
        if (mark != null) {
            Marked marked = known.computeIfAbsent(mark, first -> new Marked());
            marked.all.see(view);
            marked.telling++;
        }
    }

    /** Takes a message that says what one before it said: of a known program it is one more message, else nothing. */
    void repeat(PacketView view) {
        Signature mark = known.isEmpty() ? null : Signature.of(view);
        Marked marked = mark == null ? null : known.get(mark);
        if (marked != null) {
            marked.all.see(view);
        }
    }

    /** Whether a program is known by some of the messages. */
    boolean isMarked() {
        return !known.isEmpty();
    }

    /** Sums up, with what is known of the pings that it consists of. */
    EchoDataSeen seen(Ends ends, List<KeptPings> kept) {
        Pings sum = new Pings();
        for (int identifier : numbers.identifiers()) {
            for (KeptPings pings : kept) {
                EchoSession ping = pings.find(ends.requester(), ends.responder(), identifier);
                if (ping != null) {
                    sum.add(ping);
                }
            }
        }
        return new EchoDataSeen(
                ends,
                numbers.identifiers(),
                numbers.hasMore(),
                numbers.irregularPercent(),
                requests.stats(),
                replies.stats(),
                changed,
                numbers.hasMore() ? unsolicited : Math.min(unsolicited, sum.unsolicited),
                sum.sent,
                Math.max(0, sum.received - emptied),
                sum.duplicates,
                shown.seen(),
                marks());
    }

    private List<EchoDataSeen.Mark> marks() {
        List<EchoDataSeen.Mark> marks = new ArrayList<>();
        boolean many = numbers.identifiers().size() >= MANY;
        known.forEach((signature, marked) -> {
            if (many || !signature.needsManyIdentifiers()) {
                marks.add(new EchoDataSeen.Mark(signature, marked.all.seen(), marked.telling));
            }
        });
        return marks;
    }

    /** The messages of a known program. */
    private static final class Marked implements Serializable {
        final Sightings all = new Sightings();
        long telling;
    }

    /** Pings together. */
    private static final class Pings {
        long sent;
        long received;
        long unsolicited;
        long duplicates;

        void add(EchoSession ping) {
            sent += ping.sent();
            received += ping.received();
            unsolicited += ping.unsolicited();
            duplicates += ping.duplicates();
        }
    }
}
