package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.RouteOptions;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import java.util.TreeMap;

/** Which messages note or choose their way? An answer counts for who asked. */
public final class RouteOptionTally implements Collector {

    private final KeptMap<ChosenRoute.Use, Sightings> uses;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many pairs of addresses to keep
     */
    public RouteOptionTally(AnalysisOptions options) {
        uses = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (!RouteOptions.any(view)) {
            return;
        }
        int option = RouteOptions.first(view);
        if (option == PacketView.NONE) {
            return;
        }
        IpAddress source = view.source();
        IpAddress destination = view.destination();
        Sightings seen = uses.of(
                view.isReply()
                        ? new ChosenRoute.Use(destination, source, option)
                        : new ChosenRoute.Use(source, destination, option),
                Sightings::new);
        if (seen != null) {
            seen.see(view);
        }
    }

    @Override
    public void merge(Collector other) {
        uses.merge(((RouteOptionTally) other).uses, Sightings::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        uses.tellLimit("findings: pairs of hosts with a route option", draft);
        new TreeMap<>(uses.kept()).forEach((use, seen) -> draft.observations.add(new ChosenRoute(use, seen.seen())));
    }
}
