package io.icmpscope.internal.analysis;

import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.Statistics;
import io.icmpscope.report.Statistics.AddressCount;
import io.icmpscope.report.Statistics.EchoPair;
import io.icmpscope.report.Statistics.PairCount;
import io.icmpscope.report.Statistics.Talker;
import io.icmpscope.report.Statistics.TypeCount;
import java.util.List;

/** The report while it is put together: each collector sets the fields that answer its question. */
final class ReportDraft {

    /** The time of the latest frame in nanoseconds since 1970, for those who must tell lost from pending. */
    final long lastTimeNanos;

    List<TypeCount> byType = List.of();
    Listing<AddressCount> sources = Listing.whole(List.of());
    Listing<AddressCount> destinations = Listing.whole(List.of());
    Listing<Talker> talkers = Listing.whole(List.of());
    Listing<PairCount> pairs = Listing.whole(List.of());
    Listing<EchoPair> echoPairs = Listing.whole(List.of());
    Listing<AddressCount> unreachable = Listing.whole(List.of());
    Listing<AddressCount> unreachableReceivers = Listing.whole(List.of());
    EchoReport echo = new EchoReport(0, 0, 0, Listing.whole(List.of()));
    List<PacketEntry> packets = List.of();

    ReportDraft(long lastTimeNanos) {
        this.lastTimeNanos = lastTimeNanos;
    }

    IcmpReport finish(long totalPackets, long icmpPackets, CaptureFacts capture, AnalysisOptions options) {
        Statistics statistics = new Statistics(
                byType, sources, destinations, talkers, pairs, echoPairs, unreachable, unreachableReceivers);
        return new IcmpReport(totalPackets, icmpPackets, capture, statistics, echo, packets, options);
    }
}
