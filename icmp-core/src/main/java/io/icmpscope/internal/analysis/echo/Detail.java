package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.EchoSize;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.RttSummary.Distribution;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is kept of some sessions only, as it takes more memory than all the rest of a session. */
final class Detail implements Serializable {

    private static final int MAX_LISTED = 16;

    /** Requests of one size of data whose fate is known. */
    static final class Fates implements Serializable {
        long answered;
        long lost;
    }

    final Proofs proofs = new Proofs();
    private final RttDistribution rtts = new RttDistribution();
    private final Losses losses = new Losses();
    private final SortedMap<Integer, Fates> sizes = new TreeMap<>();
    private final BitSet replyTtls = new BitSet();
    private final List<ReplyTtls.Seen> ttlsSeen = new ArrayList<>(1);
    private final Fields fields = new Fields();

    void request(Request request, PacketView view) {
        fields.see(view, request.sequenceNumber);
        if (!sizes.containsKey(request.payloadSize)) {
            sizes.put(request.payloadSize, new Fates());
            if (sizes.size() > MAX_LISTED) {
                sizes.remove(sizes.lastKey());
            }
        }
    }

    void rtt(long nanos, long frame) {
        rtts.add(nanos);
        proofs.rtt(nanos, frame);
    }

    void reply(PacketView view) {
        int ttl = view.ttl();
        if (!replyTtls.get(ttl)) {
            replyTtls.set(ttl);
            if (ttlsSeen.size() < MAX_LISTED) {
                ttlsSeen.add(new ReplyTtls.Seen(ttl, view.frameNumber(), view.timeNanos()));
            }
        }
    }

    void settle(Request request) {
        losses.settle(request);
        Fates fates = sizes.get(request.payloadSize);
        if (fates != null && request.answered) {
            fates.answered++;
        } else if (fates != null) {
            fates.lost++;
        }
        if (request.isWaiting()) { // an error about it would be told as what it is
            proofs.lost.add(request.latestFrame);
        }
    }

    Losses losses() {
        return losses;
    }

    Distribution distribution() {
        return rtts.distribution();
    }

    /** Tells how the requests of each size fared. */
    void addSizes(Session session, List<EchoSize> all) {
        sizes.forEach((size, fates) ->
                all.add(new EchoSize(session.requester(), session.responder(), size, fates.answered, fates.lost)));
    }

    List<Integer> payloadSizes() {
        return List.copyOf(sizes.keySet());
    }

    List<Integer> replyTtls() {
        return replyTtls.stream().limit(MAX_LISTED).boxed().toList();
    }

    /** Tells what only findings ask for. */
    void observe(Session session, Observations observations) {
        fields.tell(session, observations);
        if (ttlsSeen.size() > 1 && session.asksOneHost()) {
            observations.add(new ReplyTtls(
                    session.requester(), session.responder(), session.identifier(), session.kind(), ttlsSeen));
        }
    }
}
