package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Statistics.EchoPair;
import java.util.ArrayList;
import java.util.List;

/** How many echo requests and replies carry which identifier, whoever sent them? There are at most 65,536 of them. */
public final class EchoPairTally implements Collector {

    private final CountPages identifiers = new CountPages(1 << 16); // requests and replies

    /** Makes a tally of nothing. */
    public EchoPairTally() {}

    @Override
    public void see(PacketView view) {
        if (view.isEchoRequest()) {
            identifiers.add(view.identifier(), 1, 0);
        } else if (view.isEchoReply()) {
            identifiers.add(view.identifier(), 0, 1);
        }
    }

    @Override
    public void merge(Collector other) {
        identifiers.merge(((EchoPairTally) other).identifiers);
    }

    @Override
    public void contribute(ReportDraft draft) {
        List<EchoPair> listed = new ArrayList<>();
        long[] more = {0};
        identifiers.forEach((identifier, requests, replies) -> {
            if (listed.size() < draft.options.maxListed()) {
                listed.add(new EchoPair(identifier, requests, replies));
            } else {
                more[0]++;
            }
        });
        draft.echoPairs = new Listing<>(listed, more[0]);
    }
}
