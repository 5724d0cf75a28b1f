package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.finding.EchoFlow;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.Probes;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.TimeExceeded;
import io.icmpscope.report.AnalysisOptions;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which echo requests went in a circle? Looks at those alone that have few hops left, as a packet in a circle has sooner or
 * later, and at errors that say that one expired. A fold: the sightings of a packet follow each other.
 */
public final class CircleFold implements Collector {

    private final KeptMap<EchoFlow, CirclingFlow> flows;
    private final double least;

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options how many flows to keep, and how often a packet comes by again
     */
    public CircleFold(AnalysisOptions options) {
        least = Merged.value(options, RoutingLoopRule.RETURNS);
        flows = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (view.isEchoRequest()) {
            if (view.ttl() <= Probes.LARGEST_TTL) {
                shortLived(view);
            }
        } else if (view.isError()
                && view.originalFrame() != PacketView.NONE
                && view.code() == 0
                && view.type() == Failures.timeExceeded(view.icmpVersion())) {
            expired(view);
        }
    }

    private void shortLived(PacketView view) {
        CirclingFlow flow = flow(new EchoFlow(view.source(), view.destination(), view.identifier()));
        if (flow != null) {
            flow.shortLived(view);
        }
    }

    private void expired(PacketView view) {
        if (!(view.message() instanceof TimeExceeded error)) {
            return;
        }
        QuotedDatagram quoted = error.quoted();
        Integer type = quoted.icmpType();
        Integer identifier = quoted.icmpIdentifier();
        if (type == null
                || type != (view.icmpVersion() == 4 ? 8 : 128)
                || identifier == null
                || quoted.source() == null
                || quoted.destination() == null) {
            return;
        }
        CirclingFlow flow = flow(new EchoFlow(quoted.source(), quoted.destination(), identifier));
        if (flow != null) {
            flow.expired(view);
        }
    }

    private @Nullable CirclingFlow flow(EchoFlow key) {
        return flows.of(key, () -> new CirclingFlow(least));
    }

    @Override
    public void merge(Collector other) {
        flows.merge(((CircleFold) other).flows, CirclingFlow::merge);
    }

    @Override
    public void contribute(ReportDraft draft) {
        flows.tellLimit("findings: echo requests that may circle between routers", draft);
        new TreeMap<>(flows.kept()).forEach((key, flow) -> {
            if (flow.isCircling()) {
                draft.observations.add(flow.tell(key));
            }
        });
    }
}
