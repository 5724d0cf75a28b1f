package io.icmpscope.internal.analysis;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Statistics.AddressCount;

/** Which hosts could not be reached, and who was told? The first stand in the quote, the second in the IP header. */
final class UnreachableTally implements Collector {

    private final Tally<IpAddress> unreachable;
    private final Tally<IpAddress> receivers;

    UnreachableTally(int maxEntries) {
        unreachable = new Tally<>(maxEntries);
        receivers = new Tally<>(maxEntries);
    }

    @Override
    public void see(PacketView view) {
        if (view.type() != (view.icmpVersion() == 4 ? 3 : 1)) {
            return;
        }
        receivers.of(view.destination()).first++;
        if (view.message() instanceof DestinationUnreachable message) {
            IpAddress destination = message.quoted().destination();
            if (destination != null && !wasReached(view)) {
                unreachable.of(destination).first++;
            }
        }
    }

    /** A host that has no such port or protocol was reached, and a path that wants smaller packets leads to it. */
    private static boolean wasReached(PacketView view) {
        int code = view.code();
        return view.icmpVersion() == 4 ? code >= 2 && code <= 4 : code == 4;
    }

    @Override
    public void contribute(ReportDraft draft) {
        draft.unreachable = unreachable.byCount((address, counts) -> new AddressCount(address, counts.first));
        draft.unreachableReceivers = receivers.byCount((address, counts) -> new AddressCount(address, counts.first));
    }
}
