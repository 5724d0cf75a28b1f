package io.icmpscope.internal.analysis;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Statistics.EchoPair;

/** How many echo requests and replies carry which identifier, whoever sent them? There are at most 65,536 of them. */
final class EchoPairTally implements Collector {

    private final Tally<Integer> identifiers = new Tally<>(1 << 16);

    @Override
    public void see(PacketView view) {
        if (view.isEchoRequest()) {
            identifiers.of(view.identifier()).first++;
        } else if (view.isEchoReply()) {
            identifiers.of(view.identifier()).second++;
        }
    }

    @Override
    public void contribute(ReportDraft draft) {
        draft.echoPairs =
                identifiers.byKey((identifier, counts) -> new EchoPair(identifier, counts.first, counts.second));
    }
}
