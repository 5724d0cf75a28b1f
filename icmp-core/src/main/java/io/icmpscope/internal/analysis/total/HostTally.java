package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.AddressTally;
import io.icmpscope.internal.analysis.collect.First;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.Addresses;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Statistics.AddressCount;
import io.icmpscope.report.Statistics.PairCount;
import io.icmpscope.report.Statistics.Talker;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** Who sent messages, to whom, and how many? */
final class HostTally implements Serializable {

    private static final Comparator<PairCount> PAIR_MOST_FIRST = Comparator.comparingLong(
                    (PairCount pair) -> -pair.count())
            .thenComparing(PairCount::source)
            .thenComparing(PairCount::destination);

    private static final Comparator<AddressCount> MOST_FIRST =
            Comparator.comparingLong((AddressCount host) -> -host.count()).thenComparing(AddressCount::address);

    private static final Comparator<Talker> BUSIEST_FIRST = Comparator.comparingLong(
                    (Talker talker) -> -(talker.sent() + talker.received()))
            .thenComparing(Talker::address);

    // Apart, because a flood from invented addresses fills the one and must not push its victim out of the other.
    private final AddressTally senders;
    private final AddressTally receivers;

    /** Takes every message; what it keeps is added to the others at the end. */
    private final AddressTally pairs;

    /** For so many hosts and pairs; runs of messages of one {@link Shape} are told of when they end. */
    HostTally(AnalysisOptions options, AddressTally.Runs runs) {
        senders = AddressTally.ofAddresses(options.maxEntries());
        receivers = AddressTally.ofAddresses(options.maxEntries());
        pairs = AddressTally.ofPairs(options.maxEntries(), senders, receivers, runs);
    }

    /** Takes a message that has the shape of the one before it between the same hosts; says whether it was such a one. */
    boolean seeAgain(PacketView view, long shape) {
        return pairs.addAgain(
                view.ipVersion(),
                Addresses.sourceHigh(view),
                Addresses.sourceLow(view),
                Addresses.destinationHigh(view),
                Addresses.destinationLow(view),
                shape);
    }

    /** Takes any other message. */
    void see(PacketView view, long shape) {
        int version = view.ipVersion();
        long high = Addresses.sourceHigh(view);
        long low = Addresses.sourceLow(view);
        long farHigh = Addresses.destinationHigh(view);
        long farLow = Addresses.destinationLow(view);
        pairs.add(version, high, low, farHigh, farLow, 1, view.capturedBytes());
        pairs.beginRun(version, high, low, farHigh, farLow, shape);
    }

    void merge(HostTally other) {
        pairs.merge(other.pairs);
        senders.merge(other.senders);
        receivers.merge(other.receivers);
    }

    void contribute(ReportDraft draft) {
        pairs.handOnKept();
        int most = draft.options.maxListed();
        senders.tellLimit("source addresses", draft);
        receivers.tellLimit("destination addresses", draft);
        pairs.tellLimit("pairs of addresses", draft);
        draft.pairs = pairs.listing(
                most,
                row -> new PairCount(pairs.address(row), pairs.far(row), pairs.messages(row), pairs.bytes(row)),
                PAIR_MOST_FIRST);
        draft.sources = hosts(senders, most);
        draft.destinations = hosts(receivers, most);
        draft.talkers = talkers(most);
    }

    /** Lists hosts, those with most messages first. */
    static Listing<AddressCount> hosts(AddressTally hosts, int most) {
        return hosts.listing(most, row -> new AddressCount(hosts.address(row), hosts.messages(row)), MOST_FIRST);
    }

    /** Both directions together; of a host that only one of two full tables has kept, the other direction is not known. */
    private Listing<Talker> talkers(int most) {
        First<Talker> busiest = new First<>(most, BUSIEST_FIRST);
        long hosts = 0;
        for (int row = senders.next(-1); row >= 0; row = senders.next(row)) {
            busiest.add(talker(senders.address(row)));
            hosts++;
        }
        for (int row = receivers.next(-1); row >= 0; row = receivers.next(row)) {
            if (senders.row(receivers.address(row)) < 0) {
                busiest.add(talker(receivers.address(row)));
                hosts++;
            }
        }
        List<Talker> listed = busiest.list();
        boolean estimated = senders.isFull() || receivers.isFull();
        long all = Math.max(hosts, estimated ? Math.max(senders.distinct(), receivers.distinct()) : 0);
        return new Listing<>(listed, all - listed.size(), estimated);
    }

    private Talker talker(IpAddress host) {
        int out = senders.row(host);
        int in = receivers.row(host);
        return new Talker(
                host, senders.messages(out), receivers.messages(in), senders.bytes(out) + receivers.bytes(in));
    }
}
