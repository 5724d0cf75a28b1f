package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Statistics.EchoPair;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** How many echo requests and replies carry which identifier, whoever sent them? There are at most 65,536 of them. */
final class EchoPairTally implements Serializable {

    private final CountPages identifiers = new CountPages(1 << 16); // requests and replies

    EchoPairTally() {}

    void see(PacketView view) {
        if (view.isEchoRequest()) {
            identifiers.add(view.identifier(), 1, 0);
        } else if (view.isEchoReply()) {
            identifiers.add(view.identifier(), 0, 1);
        }
    }

    /** Takes many messages of one {@link Shape}. */
    void add(long shape, long messages) {
        int identifier = Shape.identifier(shape);
        if (identifier != PacketView.NONE) {
            boolean reply = Icmp.isReply(Shape.icmpVersion(shape), Shape.type(shape));
            identifiers.add(identifier, reply ? 0 : messages, reply ? messages : 0);
        }
    }

    void merge(EchoPairTally other) {
        identifiers.merge(other.identifiers);
    }

    void contribute(ReportDraft draft) {
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
