package io.icmpscope.internal.analysis;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Statistics.AddressCount;
import io.icmpscope.report.Statistics.PairCount;
import io.icmpscope.report.Statistics.Talker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who sent messages, to whom, and how many? */
final class HostTally implements Collector {

    private record Pair(IpAddress source, IpAddress destination) implements Comparable<Pair> {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::source).thenComparing(Pair::destination);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    private final Tally<IpAddress> hosts; // first: sent, second: received
    private final Tally<Pair> pairs;

    HostTally(int maxEntries) {
        hosts = new Tally<>(maxEntries);
        pairs = new Tally<>(maxEntries);
    }

    @Override
    public void see(PacketView view) {
        IpAddress source = view.source();
        IpAddress destination = view.destination();
        Tally.Counts sender = hosts.of(source);
        sender.first++;
        sender.bytes += view.capturedBytes();
        Tally.Counts receiver = hosts.of(destination);
        receiver.second++;
        receiver.bytes += view.capturedBytes();
        Tally.Counts pair = pairs.of(new Pair(source, destination));
        pair.first++;
        pair.bytes += view.capturedBytes();
    }

    @Override
    public void contribute(ReportDraft draft) {
        draft.talkers = hosts.byCount((host, counts) -> new Talker(host, counts.first, counts.second, counts.bytes));
        draft.pairs = pairs.byCount(
                (pair, counts) -> new PairCount(pair.source, pair.destination, counts.first, counts.bytes));
        draft.sources = oneWay(draft.talkers, true);
        draft.destinations = oneWay(draft.talkers, false);
    }

    private static Listing<AddressCount> oneWay(Listing<Talker> talkers, boolean sent) {
        List<AddressCount> counted = new ArrayList<>();
        for (Talker talker : talkers.entries()) {
            long count = sent ? talker.sent() : talker.received();
            if (count > 0) {
                counted.add(new AddressCount(talker.address(), count));
            }
        }
        counted.sort(
                Comparator.comparingLong((AddressCount entry) -> -entry.count()).thenComparing(AddressCount::address));
        return new Listing<>(counted, talkers.omitted());
    }
}
