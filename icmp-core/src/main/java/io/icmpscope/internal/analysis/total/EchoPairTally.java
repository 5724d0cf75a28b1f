package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.collect.Tally;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Statistics.EchoPair;

/** How many echo requests and replies carry which identifier, whoever sent them? There are at most 65,536 of them. */
public final class EchoPairTally implements Collector {

    private final Tally<Integer> identifiers = new Tally<>(1 << 16, identifier -> Spread.of(0, identifier));

    /** Makes a tally of nothing. */
    public EchoPairTally() {}

    @Override
    public void see(PacketView view) {
        if (view.isEchoRequest()) {
            identifiers.of(view.identifier()).first++;
        } else if (view.isEchoReply()) {
            identifiers.of(view.identifier()).second++;
        }
    }

    @Override
    public void merge(Collector other) {
        identifiers.merge(((EchoPairTally) other).identifiers);
    }

    @Override
    public void contribute(ReportDraft draft) {
        draft.echoPairs = identifiers.byKey(
                draft.options.maxListed(),
                (identifier, counts) -> new EchoPair(identifier, counts.first, counts.second));
    }
}
