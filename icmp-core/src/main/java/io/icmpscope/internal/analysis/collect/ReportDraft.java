package io.icmpscope.internal.analysis.collect;

import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Listing;
import io.icmpscope.report.MulticastGroup;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Outage;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.PayloadClassCount;
import io.icmpscope.report.Rate;
import io.icmpscope.report.RedirectGroup;
import io.icmpscope.report.Router;
import io.icmpscope.report.Statistics;
import io.icmpscope.report.Statistics.AddressCount;
import io.icmpscope.report.Statistics.EchoPair;
import io.icmpscope.report.Statistics.PairCount;
import io.icmpscope.report.Statistics.RangeCount;
import io.icmpscope.report.Statistics.Talker;
import io.icmpscope.report.Statistics.TypeCount;
import io.icmpscope.report.Traceroute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report while it is put together: each collector sets the fields that answer its question. For one thread. */
public final class ReportDraft {

    private static final Comparator<LimitHit> BY_NAME = Comparator.comparing(LimitHit::limit);

    /** What was asked for. */
    public final AnalysisOptions options;

    /** The time of the latest frame in nanoseconds since 1970, for those who must tell lost from pending. */
    public final long lastTimeNanos;

    public List<TypeCount> byType = List.of();
    public Listing<AddressCount> sources = Listing.whole(List.of());
    public Listing<AddressCount> destinations = Listing.whole(List.of());
    public Listing<Talker> talkers = Listing.whole(List.of());
    public Listing<PairCount> pairs = Listing.whole(List.of());
    public Listing<EchoPair> echoPairs = Listing.whole(List.of());
    public Listing<AddressCount> unreachable = Listing.whole(List.of());
    public Listing<AddressCount> unreachableReceivers = Listing.whole(List.of());
    public @Nullable Rate rate;
    public List<RangeCount> sizes = List.of();
    public List<RangeCount> ttls = List.of();
    public EchoReport echo = new EchoReport(0, 0, 0, Listing.whole(List.of()), Listing.whole(List.of()));
    public Listing<Outage> outages = Listing.whole(List.of());
    public Listing<Traceroute> traceroutes = Listing.whole(List.of());
    public Listing<ErrorGroup> errors = Listing.whole(List.of());
    public Listing<PathMtu> pathMtu = Listing.whole(List.of());
    public Listing<RedirectGroup> redirects = Listing.whole(List.of());
    public Listing<PayloadClassCount> payloadClasses = Listing.whole(List.of());
    public Listing<Router> routers = Listing.whole(List.of());
    public Listing<Neighbor> neighbors = Listing.whole(List.of());
    public Listing<MulticastGroup> multicast = Listing.whole(List.of());
    public List<PacketEntry> packets = List.of();

    /** How pings of each size fared, for those who ask why the large ones did not arrive; not in the report itself. */
    public List<EchoSize> echoSizes = List.of();

    /** What collectors have seen for the sake of findings alone. */
    public final Observations observations = new Observations();

    private final List<LimitHit> limitsHit = new ArrayList<>();

    /**
     * Begins a report.
     *
     * @param options what was asked for
     * @param lastTimeNanos the time of the latest frame in nanoseconds since 1970, or that of a frame without one
     */
    public ReportDraft(AnalysisOptions options, long lastTimeNanos) {
        this.options = options;
        this.lastTimeNanos = lastTimeNanos;
    }

    /**
     * Notes that a limit was reached.
     *
     * @param limit what is limited
     * @param value the limit
     * @param omitted how many more there were
     */
    public void limitHit(String limit, long value, long omitted) {
        limitsHit.add(new LimitHit(limit, value, omitted));
    }

    /**
     * Ends the report, which has no findings yet.
     *
     * @param totalPackets all frames
     * @param icmpPackets all messages
     * @param capture what the capture is, of several the first
     * @param captures the captures, when there are several
     * @return the report
     */
    public IcmpReport finish(long totalPackets, long icmpPackets, CaptureFacts capture, List<CaptureFile> captures) {
        Statistics statistics = new Statistics(
                byType,
                sources,
                destinations,
                talkers,
                pairs,
                echoPairs,
                unreachable,
                unreachableReceivers,
                rate,
                sizes,
                ttls);
        limitsHit.sort(BY_NAME);
        return new IcmpReport(
                totalPackets,
                icmpPackets,
                capture,
                captures,
                statistics,
                echo,
                outages,
                traceroutes,
                errors,
                pathMtu,
                redirects,
                payloadClasses,
                routers,
                neighbors,
                multicast,
                Listing.whole(List.of()),
                limitsHit,
                packets,
                options);
    }
}
