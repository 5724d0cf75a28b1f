package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.EchoSize;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.EchoSeries;
import io.icmpscope.report.RttSummary.Distribution;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of some sessions only, as it takes more memory than all the rest of a session. */
final class Detail implements Serializable {

    private static final int MAX_LISTED = 16;

    final Proofs proofs = new Proofs();
    private final RttDistribution rtts = new RttDistribution();
    private final Losses losses = new Losses();
    private final BitSet replyTtls = new BitSet();
    private final List<ReplyTtls.Seen> ttlsSeen = new ArrayList<>(1);
    private final Fields fields = new Fields();

    /** Only when asked for. */
    private final @Nullable Course course;

    /** Once there are several. */
    private @Nullable SizeFates sizes;

    // What nearly all packets look at stands here, in one place of memory: of the latest request, of the first size of
    // data.
    private long latestFields = Fields.NONE;
    private int watchedFields;
    private long slowerThan = Proofs.NOT_SLOW; // a round trip worth a look
    private int latestTtl = PacketView.NONE;
    private int size = PacketView.NONE;
    private long answered;
    private long lost;

    /** Keeps that many points over time, or none. */
    Detail(int seriesPoints) {
        course = seriesPoints == 0 ? null : new Course(seriesPoints);
    }

    void request(Request request, PacketView view) {
        long now = Fields.of(view, request.sequenceNumber());
        if (!Fields.isPlain(watchedFields, latestFields, now)) {
            watchedFields = fields.see(latestFields, now, view);
        }
        latestFields = now;
        if (sizes == null && size != request.payloadSize()) {
            otherSize(request.payloadSize());
        }
        if (sizes != null) {
            sizes.see(request.payloadSize());
        }
    }

    private void otherSize(int other) {
        if (size == PacketView.NONE) {
            size = other;
        } else {
            sizes = SizeFates.of(size, answered, lost);
        }
    }

    void rtt(long nanos, long frame) {
        rtts.add(nanos);
        if (nanos > slowerThan) {
            slowerThan = proofs.rtt(nanos, frame);
        }
    }

    /** Takes the first answer to a request. */
    void answered(Request request, long rtt) {
        if (course != null) {
            course.answered(request, rtt);
        }
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
        if (course != null) {
            course.settle(request);
        }
        if (sizes != null) {
            sizes.settle(request.payloadSize(), request.isAnswered());
        } else if (request.isAnswered()) {
            answered++;
        } else {
            lost++;
        }
        if (request.isWaiting()) { // an error about it would be told as what it is
            proofs.lost.add(request.latestFrame());
        }
    }

    Losses losses() {
        return losses;
    }

    @Nullable
    EchoSeries series() {
        return course == null ? null : course.series();
    }

    Distribution distribution() {
        return rtts.distribution();
    }

    /** Tells how the requests of each size fared. */
    void addSizes(Session session, List<EchoSize> all) {
        sizes().addTo(all, session);
    }

    private SizeFates sizes() {
        return sizes != null ? sizes : size == PacketView.NONE ? new SizeFates() : SizeFates.of(size, answered, lost);
    }

    List<Integer> payloadSizes() {
        return sizes().list();
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
