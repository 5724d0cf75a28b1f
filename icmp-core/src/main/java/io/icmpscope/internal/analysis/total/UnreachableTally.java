package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.AddressTally;
import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;

/** Which hosts could not be reached, and who was told? The first stand in the quote, the second in the IP header. */
public final class UnreachableTally implements Collector {

    private final AddressTally unreachable;
    private final AddressTally receivers;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many addresses to keep
     */
    public UnreachableTally(AnalysisOptions options) {
        unreachable = AddressTally.ofAddresses(options.maxEntries());
        receivers = AddressTally.ofAddresses(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (view.type() != (view.icmpVersion() == 4 ? 3 : 1)) {
            return;
        }
        receivers.add(view.destination(), 1, view.capturedBytes());
        if (view.message() instanceof DestinationUnreachable message) {
            IpAddress destination = message.quoted().destination();
            if (destination != null && !wasReached(view)) {
                unreachable.add(destination, 1, view.capturedBytes());
            }
        }
    }

    /** A host that has no such port or protocol was reached, and a path that wants smaller packets leads to it. */
    private static boolean wasReached(PacketView view) {
        int code = view.code();
        return view.icmpVersion() == 4 ? code >= 2 && code <= 4 : code == 4;
    }

    @Override
    public void merge(Collector other) {
        unreachable.merge(((UnreachableTally) other).unreachable);
        receivers.merge(((UnreachableTally) other).receivers);
    }

    @Override
    public void contribute(ReportDraft draft) {
        unreachable.tellLimit("unreachable addresses", draft);
        receivers.tellLimit("receivers of unreachable errors", draft);
        draft.unreachable = HostTally.hosts(unreachable, draft.options.maxListed());
        draft.unreachableReceivers = HostTally.hosts(receivers, draft.options.maxListed());
    }
}
