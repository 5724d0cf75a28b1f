package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
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
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Who sent messages, to whom, and how many? */
public final class HostTally implements Collector {

    private record Pair(IpAddress source, IpAddress destination) implements Comparable<Pair> {

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

    private final Tally<IpAddress> hosts; // first: sent, second: received
    private final Tally<Pair> pairs;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many hosts and pairs to keep
     */
    public HostTally(AnalysisOptions options) {
        hosts = new Tally<>(options.maxEntries(), host -> Spread.of(0, host));
        pairs = new Tally<>(options.maxEntries(), Pair::spread);
    }

    @Override
    public void see(PacketView view) {
        IpAddress source = view.source();
        IpAddress destination = view.destination();
        Counts sender = hosts.of(source);
        sender.first++;
        sender.bytes += view.capturedBytes();
        Counts receiver = hosts.of(destination);
        receiver.second++;
        receiver.bytes += view.capturedBytes();
        Counts pair = pairs.of(new Pair(source, destination));
        pair.first++;
        pair.bytes += view.capturedBytes();
    }

    @Override
    public void merge(Collector other) {
        hosts.merge(((HostTally) other).hosts);
        pairs.merge(((HostTally) other).pairs);
    }

    @Override
    public void contribute(ReportDraft draft) {
        int most = draft.options.maxListed();
        hosts.counts().tellLimit("addresses", draft);
        pairs.counts().tellLimit("pairs of addresses", draft);
        draft.talkers =
                hosts.byCount(most, (host, counts) -> new Talker(host, counts.first, counts.second, counts.bytes));
        draft.pairs = pairs.byCount(
                most, (pair, counts) -> new PairCount(pair.source, pair.destination, counts.first, counts.bytes));
        draft.sources = oneWay(most, counts -> counts.first);
        draft.destinations = oneWay(most, counts -> counts.second);
    }

    private Listing<AddressCount> oneWay(int most, ToLongFunction<Counts> way) {
        KeptMap<IpAddress, Counts> kept = hosts.counts();
        long without = kept.kept().values().stream()
                .filter(counts -> way.applyAsLong(counts) == 0)
                .count();
        Listing<AddressCount> all = kept.listing(
                most,
                (host, counts) -> new AddressCount(host, way.applyAsLong(counts)),
                Comparator.comparingLong((AddressCount entry) -> -entry.count()).thenComparing(AddressCount::address));
        List<AddressCount> counted =
                all.entries().stream().filter(entry -> entry.count() > 0).toList();
        long share = kept.isFull()
                ? Math.round((double) without * all.total() / kept.kept().size())
                : without;
        return new Listing<>(counted, Math.max(0, all.total() - share - counted.size()), all.estimated());
    }
}
