package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest probes of one flow. The ring grows while a probe would push out one whose answer may still come, up to more
 * than any traceroute has under way.
 */
final class ProbeRing implements Serializable {

    private static final int LARGEST = 256;

    private @Nullable Probe[] ring = new Probe[1];
    private int next;

    /** The probe of which this is another capture, or which is sent again; or null. */
    @Nullable
    Probe known(PacketView view) {
        for (Probe probe : ring) {
            if (probe != null && (probe.isCopy(view) || probe.isSentAgain(view))) {
                return probe;
            }
        }
        return null;
    }

    void add(Probe probe) {
        Probe oldest = ring[next];
        if (oldest != null && !oldest.isForgotten(probe.timeNanos) && ring.length < LARGEST) {
            grow();
        }
        ring[next] = probe;
        next = (next + 1) % ring.length;
    }

    /** Puts the probes in their order, the oldest first, into a ring of twice the size. */
    private void grow() {
        @Nullable Probe[] larger = new Probe[ring.length * 2];
        for (int i = 0; i < ring.length; i++) {
            larger[i] = ring[(next + i) % ring.length];
        }
        next = ring.length;
        ring = larger;
    }

    /** The probe that a quote is most probably about: of equal ones the first that waits for its answer. */
    @Nullable
    Probe find(ProbeQuote quote, long nowNanos) {
        Probe best = null;
        int bestLikeness = ProbeQuote.ANOTHER;
        for (int i = 0; i < ring.length; i++) {
            Probe probe = ring[(next + i) % ring.length];
            if (probe == null || probe.isForgotten(nowNanos)) {
                continue;
            }
            int likeness = quote.likeness(probe);
            boolean better = likeness > bestLikeness
                    || (likeness == bestLikeness && best != null && best.answered && !probe.answered);
            if (better) {
                best = probe;
                bestLikeness = likeness;
            }
        }
        return best;
    }

    /** The probes of a run that nobody answered, as far as they are remembered. */
    Stream<Probe> unanswered(Run run) {
        return Arrays.stream(ring).flatMap(Stream::ofNullable).filter(probe -> probe.run == run && !probe.answered);
    }
}
