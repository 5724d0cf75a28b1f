package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import java.util.List;

/** The tallies to which every message counts, in one: they are called by their classes, which takes a fraction of the time. */
public final class Totals implements Collector {

    private final TypeTally types = new TypeTally();
    private final HostTally hosts;
    private final EchoPairTally identifiers = new EchoPairTally();
    private final RateTally rate = new RateTally();
    private final SizeTally sizes = new SizeTally();
    private final TtlTally ttls = new TtlTally();

    /**
     * Makes tallies of nothing.
     *
     * @param options how many hosts and pairs to keep
     */
    public Totals(AnalysisOptions options) {
        hosts = new HostTally(options);
    }

    @Override
    public void see(PacketView view) {
        types.see(view);
        hosts.see(view);
        identifiers.see(view);
        rate.see(view);
        sizes.see(view);
        ttls.see(view);
    }

    private List<Collector> all() {
        return List.of(types, hosts, identifiers, rate, sizes, ttls);
    }

    @Override
    public void merge(Collector other) {
        List<Collector> mine = all();
        List<Collector> others = ((Totals) other).all();
        for (int i = 0; i < mine.size(); i++) {
            mine.get(i).merge(others.get(i));
        }
    }

    @Override
    public void contribute(ReportDraft draft) {
        all().forEach(tally -> tally.contribute(draft));
    }
}
