package io.icmpscope.internal.analysis;

import io.icmpscope.internal.packet.PacketEntries;
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
        if (PacketEntries.message(view) instanceof DestinationUnreachable message) {
            IpAddress destination = message.quoted().destination();
            if (destination != null) {
                unreachable.of(destination).first++;
            }
        }
    }

    @Override
    public void contribute(ReportDraft draft) {
        draft.unreachable = unreachable.byCount((address, counts) -> new AddressCount(address, counts.first));
        draft.unreachableReceivers = receivers.byCount((address, counts) -> new AddressCount(address, counts.first));
    }
}
