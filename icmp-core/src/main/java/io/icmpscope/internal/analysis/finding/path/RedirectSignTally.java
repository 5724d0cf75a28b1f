package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.finding.path.RedirectSigns.Pair;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.NeighborDiscovery.RedirectMessage;
import io.icmpscope.message.Redirect;
import io.icmpscope.report.AnalysisOptions;
import java.util.TreeMap;

/** What is odd about the redirects of whom to whom? */
public final class RedirectSignTally implements Collector {

    private final KeptMap<Pair, Redirections> pairs;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many pairs of addresses to keep
     */
    public RedirectSignTally(AnalysisOptions options) {
        pairs = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (view.type() != (view.icmpVersion() == 4 ? 5 : 137)) {
            return;
        }
        Redirections known = pairs.of(new Pair(view.source(), view.destination()), Redirections::new);
        if (known == null) {
            return;
        }
        if (view.message() instanceof Redirect redirect) {
            known.see4(view, redirect);
        } else if (view.message() instanceof RedirectMessage redirect) {
            known.see6(view, redirect);
        }
    }

    @Override
    public void merge(Collector other) {
        pairs.merge(((RedirectSignTally) other).pairs, Redirections::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        pairs.tellLimit("findings: pairs of a router and whom it redirects", draft);
        new TreeMap<>(pairs.kept()).forEach((pair, known) -> {
            if (known.isSeen()) {
                draft.observations.add(known.tell(pair));
            }
        });
    }
}
