package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The probes of one flow whose answers may still come, and the run that they belong to. */
final class FlowFold implements Serializable {

    private final Flow flow;
    private final ProbeRing ring = new ProbeRing();
    private @Nullable Run run; // the latest

    FlowFold(Flow flow) {
        this.flow = flow;
    }

    /** Takes a probe; returns its run. */
    Run probe(PacketView view) {
        Probe same = ring.known(view);
        if (same != null) {
            return same.run;
        }
        Run known = run;
        Run current = known == null || known.isOver(view.timeNanos()) || known.isBegunAgain(view)
                ? new Run(flow, ring, view)
                : known;
        run = current;
        ring.add(current.sent(view));
        return current;
    }

    /** The probe that a quote is about, or null. */
    @Nullable
    Probe find(ProbeQuote quote, PacketView view) {
        return ring.find(quote, view.timeNanos());
    }

    /** Takes an answer to a probe that was not captured; returns the run that it makes. */
    Run answer(ProbeQuote quote, Answer answer, PacketView view) {
        Run known = run;
        Run current = known == null || known.isOver(view.timeNanos()) ? new Run(flow, ring, view) : known;
        run = current;
        current.answered(quote, answer);
        return current;
    }

    /** Whether a traceroute may still come of what was seen. */
    boolean isWaiting(long nowNanos) {
        return run != null && run.isPromising() && !run.isOver(nowNanos);
    }
}
