package io.icmpscope.internal.analysis.trouble;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.PacketTooBig;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PathMtu;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which paths carry only packets up to which size, and do the senders heed it? A fold, as advice can be ignored only after
 * it was given; the reports about one path all have its source as their asking host.
 */
public final class PathMtuFold implements Collector {

    private static final int IPV4_AND_ECHO = 20 + 8; // bytes of headers before the data of a ping
    private static final int IPV6_AND_ECHO = 40 + 8;

    private static final Comparator<PathMtu> BY_ADDRESS =
            Comparator.comparing(PathMtu::source).thenComparing(PathMtu::destination);

    private final KeptMap<Path, PathReports> paths;

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options how many paths to keep
     */
    public PathMtuFold(AnalysisOptions options) {
        paths = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        boolean four = view.icmpVersion() == 4;
        if (view.type() != (four ? 3 : 2) || (four && view.code() != 4)) {
            return;
        }
        IcmpMessage message = view.message();
        if (message instanceof PacketTooBig tooBig) {
            see(view, tooBig.mtu(), tooBig.quoted());
        } else if (message instanceof DestinationUnreachable unreachable) {
            Integer mtu = unreachable.nextHopMtu();
            see(view, mtu == null ? 0 : mtu, unreachable.quoted());
        }
    }

    private void see(PacketView view, long mtu, QuotedDatagram quoted) {
        PathReports reports = reports(quoted.source(), quoted.destination());
        if (reports != null) {
            reports.see(view, mtu, quoted.totalLength());
        }
    }

    /** Of a quote that ends before its addresses nobody knows which path it is about. */
    private @Nullable PathReports reports(@Nullable IpAddress source, @Nullable IpAddress destination) {
        return source == null || destination == null ? null : paths.of(new Path(source, destination), PathReports::new);
    }

    @Override
    public void merge(Collector other) {
        paths.merge(((PathMtuFold) other).paths, PathReports::merge);
    }

    @Override
    public void contribute(ReportDraft draft) {
        BlackHoles.in(draft.echoSizes).forEach(this::suspect);
        paths.tellLimit("paths with an MTU", draft);
        draft.pathMtu = paths.listing(
                draft.options.maxListed(),
                (path, reports) -> reports.path(path.source(), path.destination()),
                BY_ADDRESS);
    }

    private void suspect(Path path, PathMtu.BlackHole hint) {
        PathReports reports = paths.of(path, PathReports::new);
        if (reports != null) {
            reports.suspect(hint, path.source().version() == 4 ? IPV4_AND_ECHO : IPV6_AND_ECHO);
        }
    }
}
