package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.AddressTally;
import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;

/**
 * The tallies to which every message counts. Most messages have the {@link Shape} of the one before them between the same
 * hosts: of these only the pair of hosts and the second are counted at once.
 */
public final class Totals implements Collector, AddressTally.Runs {

    private final TypeTally types = new TypeTally();
    private final EchoPairTally identifiers = new EchoPairTally();
    private final SizeTally sizes = new SizeTally();
    private final TtlTally ttls = new TtlTally();
    private final RateTally rate;
    private final HostTally hosts;

    /**
     * Makes tallies of nothing.
     *
     * @param options how many hosts and pairs to keep
     */
    public Totals(AnalysisOptions options) {
        rate = new RateTally(options);
        hosts = new HostTally(options, this);
    }

    @Override
    public void see(PacketView view) {
        rate.see(view);
        long shape = Shape.of(view);
        if (hosts.seeAgain(view, shape)) {
            view.noteAgain();
        } else {
            types.see(view);
            identifiers.see(view);
            sizes.see(view);
            ttls.see(view);
            hosts.see(view, shape);
        }
    }

    @Override
    public void ended(long shape, long messages) {
        types.add(shape, messages);
        identifiers.add(shape, messages);
        sizes.add(shape, messages);
        ttls.add(shape, messages);
    }

    @Override
    public void merge(Collector other) {
        Totals that = (Totals) other;
        hosts.merge(that.hosts); // first: ends the runs of the other
        types.merge(that.types);
        identifiers.merge(that.identifiers);
        sizes.merge(that.sizes);
        ttls.merge(that.ttls);
        rate.merge(that.rate);
    }

    @Override
    public void contribute(ReportDraft draft) {
        hosts.contribute(draft); // first: ends all runs
        types.contribute(draft);
        identifiers.contribute(draft);
        sizes.contribute(draft);
        ttls.contribute(draft);
        rate.contribute(draft);
    }
}
