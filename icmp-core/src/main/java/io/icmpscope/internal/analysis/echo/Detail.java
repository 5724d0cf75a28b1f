package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.EchoSize;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.RttSummary.Distribution;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What is kept of some sessions only, as it takes more memory than all the rest of a session. */
final class Detail implements Serializable {

    private static final int MAX_LISTED = 16;

    final Proofs proofs = new Proofs();
    private final RttDistribution rtts = new RttDistribution();
    private final Losses losses = new Losses();
    private final SizeFates sizes = new SizeFates();
    private final BitSet replyTtls = new BitSet();
    private final List<ReplyTtls.Seen> ttlsSeen = new ArrayList<>(1);
    private int latestTtl = PacketView.NONE;
    private final Fields fields = new Fields();

    void request(Request request, PacketView view) {
        fields.see(view, request.sequenceNumber());
        sizes.see(request.payloadSize());
    }

    void rtt(long nanos, long frame) {
        rtts.add(nanos);
        proofs.rtt(nanos, frame);
    }

    void reply(PacketView view) {
        int ttl = view.ttl();
        if (ttl != latestTtl) {
            latestTtl = ttl;
            otherTtl(ttl, view);
        }
    }

    private void otherTtl(int ttl, PacketView view) {
        if (!replyTtls.get(ttl)) {
            replyTtls.set(ttl);
            if (ttlsSeen.size() < MAX_LISTED) {
                ttlsSeen.add(new ReplyTtls.Seen(ttl, view.frameNumber(), view.timeNanos()));
            }
        }
    }

    void settle(Request request) {
        losses.settle(request);
        sizes.settle(request.payloadSize(), request.isAnswered());
        if (request.isWaiting()) { // an error about it would be told as what it is
            proofs.lost.add(request.latestFrame());
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
        sizes.addTo(all, session);
    }

    List<Integer> payloadSizes() {
        return sizes.list();
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
