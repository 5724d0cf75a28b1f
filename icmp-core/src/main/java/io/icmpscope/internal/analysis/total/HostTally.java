package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.First;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.collect.Tally;
import io.icmpscope.internal.analysis.collect.Tally.Counts;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Statistics.AddressCount;
import io.icmpscope.report.Statistics.PairCount;
import io.icmpscope.report.Statistics.Talker;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who sent messages, to whom, and how many? */
public final class HostTally implements Collector {

    private record Pair(IpAddress source, IpAddress destination) implements Comparable<Pair>, Serializable {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::source).thenComparing(Pair::destination);

        long spread() {
            return Spread.of(Spread.of(0, source), destination);
        }

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Comparator<Talker> BUSIEST_FIRST = Comparator.comparingLong(
                    (Talker talker) -> -(talker.sent() + talker.received()))
            .thenComparing(Talker::address);

    // Apart, because a flood from invented addresses fills the one and must not push its victim out of the other.
    private final Tally<IpAddress> senders;
    private final Tally<IpAddress> receivers;
    private final Tally<Pair> pairs;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many hosts and pairs to keep
     */
    public HostTally(AnalysisOptions options) {
        senders = new Tally<>(options.maxEntries(), host -> Spread.of(0, host));
        receivers = new Tally<>(options.maxEntries(), host -> Spread.of(0, host));
        pairs = new Tally<>(options.maxEntries(), Pair::spread);
    }

    @Override
    public void see(PacketView view) {
        IpAddress source = view.source();
        IpAddress destination = view.destination();
        senders.of(source).add(view.capturedBytes());
        receivers.of(destination).add(view.capturedBytes());
        pairs.of(new Pair(source, destination)).add(view.capturedBytes());
    }

    @Override
    public void merge(Collector other) {
        senders.merge(((HostTally) other).senders);
        receivers.merge(((HostTally) other).receivers);
        pairs.merge(((HostTally) other).pairs);
    }

    @Override
    public void contribute(ReportDraft draft) {
        int most = draft.options.maxListed();
        senders.counts().tellLimit("source addresses", draft);
        receivers.counts().tellLimit("destination addresses", draft);
        pairs.counts().tellLimit("pairs of addresses", draft);
        draft.pairs = pairs.byCount(
                most, (pair, counts) -> new PairCount(pair.source, pair.destination, counts.messages, counts.bytes));
        draft.sources = senders.byCount(most, (host, counts) -> new AddressCount(host, counts.messages));
        draft.destinations = receivers.byCount(most, (host, counts) -> new AddressCount(host, counts.messages));
        draft.talkers = talkers(most);
    }

    /** Both directions together; of a host that only one of two full tables has kept, the other direction is not known. */
    private Listing<Talker> talkers(int most) {
        Map<IpAddress, Counts> received = receivers.counts().kept();
        Set<IpAddress> hosts = new HashSet<>(senders.counts().kept().keySet());
        hosts.addAll(received.keySet());
        First<Talker> busiest = new First<>(most, BUSIEST_FIRST);
        for (IpAddress host : hosts) {
            Counts out = senders.counts().get(host);
            Counts in = received.get(host);
            busiest.add(new Talker(
                    host,
                    out == null ? 0 : out.messages,
                    in == null ? 0 : in.messages,
                    (out == null ? 0 : out.bytes) + (in == null ? 0 : in.bytes)));
        }
        List<Talker> listed = busiest.list();
        boolean estimated = senders.counts().isFull() || receivers.counts().isFull();
        long all = Math.max(
                hosts.size(),
                estimated
                        ? Math.max(
                                senders.counts().distinct(), receivers.counts().distinct())
                        : 0);
        return new Listing<>(listed, all - listed.size(), estimated);
    }
}
