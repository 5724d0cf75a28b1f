package io.icmpscope.internal.analysis;

import io.icmpscope.internal.analysis.collect.AskingHost;
import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.echo.EchoFold;
import io.icmpscope.internal.analysis.finding.flood.ClosedPortTally;
import io.icmpscope.internal.analysis.finding.flood.LoadTally;
import io.icmpscope.internal.analysis.finding.flood.RefusalTally;
import io.icmpscope.internal.analysis.finding.flood.ToldTally;
import io.icmpscope.internal.analysis.finding.link.LinkFold;
import io.icmpscope.internal.analysis.finding.packet.OddPackets;
import io.icmpscope.internal.analysis.finding.path.BadFieldTally;
import io.icmpscope.internal.analysis.finding.path.CircleFold;
import io.icmpscope.internal.analysis.finding.path.ErrorPaceFold;
import io.icmpscope.internal.analysis.finding.path.RedirectSignTally;
import io.icmpscope.internal.analysis.finding.path.RouteOptionTally;
import io.icmpscope.internal.analysis.finding.path.TooBigTally;
import io.icmpscope.internal.analysis.finding.probe.Graphs;
import io.icmpscope.internal.analysis.finding.probe.RenumberingTally;
import io.icmpscope.internal.analysis.finding.probe.UnreachablePorts;
import io.icmpscope.internal.analysis.finding.probe.UnusedBytes;
import io.icmpscope.internal.analysis.finding.tunnel.BigEchoTally;
import io.icmpscope.internal.analysis.finding.tunnel.EchoDataFold;
import io.icmpscope.internal.analysis.link.MulticastFold;
import io.icmpscope.internal.analysis.link.NeighborFold;
import io.icmpscope.internal.analysis.link.RouterFold;
import io.icmpscope.internal.analysis.path.TracerouteFold;
import io.icmpscope.internal.analysis.payload.PayloadTally;
import io.icmpscope.internal.analysis.total.EchoPairTally;
import io.icmpscope.internal.analysis.total.HostTally;
import io.icmpscope.internal.analysis.total.PacketLister;
import io.icmpscope.internal.analysis.total.RateTally;
import io.icmpscope.internal.analysis.total.SizeTally;
import io.icmpscope.internal.analysis.total.TtlTally;
import io.icmpscope.internal.analysis.total.TypeTally;
import io.icmpscope.internal.analysis.total.UnreachableTally;
import io.icmpscope.internal.analysis.trouble.ErrorTally;
import io.icmpscope.internal.analysis.trouble.PathMtuFold;
import io.icmpscope.internal.analysis.trouble.RedirectTally;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answers to all questions about a part of the messages: all those of some {@linkplain AskingHost asking hosts}, in the
 * order of the capture. Parts are merged in any order. For one thread.
 */
public final class Partial implements Serializable {

    /** The one list of the questions that a report answers. */
    private final List<Collector> collectors;

    /** Those that take echoes. */
    private final List<Collector> ofEchoes;

    /**
     * Makes a part without messages.
     *
     * @param options what to list, and the limits
     */
    public Partial(AnalysisOptions options) {
        collectors = options.findings()
                ? Stream.concat(ofTheReport(options).stream(), ofFindings(options).stream())
                        .toList()
                : ofTheReport(options);
        ofEchoes = collectors.stream().filter(Collector::takesEchoes).toList();
    }

    private static List<Collector> ofTheReport(AnalysisOptions options) {
        return List.of(
                TracerouteFold.of(options), // first: notes which probe an error is about
                new TypeTally(),
                new HostTally(options),
                new EchoPairTally(),
                new RateTally(),
                new SizeTally(),
                new TtlTally(),
                new UnreachableTally(options),
                EchoFold.of(options),
                new RouterFold(options),
                new NeighborFold(options),
                new MulticastFold(options),
                new ErrorTally(options),
                new PathMtuFold(options), // after the pings: needs how large they were
                new RedirectTally(options),
                new PayloadTally(options),
                new PacketLister(options)); // last: needs what the folds found
    }

    /** What findings alone need to know. */
    private static List<Collector> ofFindings(AnalysisOptions options) {
        return List.of(
                new OddPackets(options),
                new LoadTally(options),
                new ToldTally(options),
                new RefusalTally(options),
                new ClosedPortTally(options),
                new CircleFold(options),
                new TooBigTally(options),
                new BadFieldTally(options),
                new RedirectSignTally(options),
                new ErrorPaceFold(options),
                new RouteOptionTally(options),
                new UnreachablePorts(options),
                new UnusedBytes(options),
                new RenumberingTally(options),
                new Graphs(options),
                new LinkFold(options),
                new EchoDataFold(options),
                new BigEchoTally(options));
    }

    /**
     * Takes a message, a probe or the answer to a probe into account.
     *
     * @param view the message or probe; what it points at is gone after the call
     */
    public void see(PacketView view) {
        if (view.isIcmp()) {
            for (Collector collector : Icmp.isEcho(view.icmpVersion(), view.type()) ? ofEchoes : collectors) {
                collector.see(view);
            }
        } else {
            for (Collector collector : collectors) {
                collector.seeProbe(view);
            }
        }
    }

    /**
     * Takes in what another part has seen.
     *
     * @param other a part with the same options and other asking hosts, which is not used any more afterwards
     */
    public void merge(Partial other) {
        for (int i = 0; i < collectors.size(); i++) {
            collectors.get(i).merge(other.collectors.get(i));
        }
    }

    /**
     * Writes all answers where the report is put together. Nothing is seen or merged afterwards.
     *
     * @param draft the report so far
     */
    public void contribute(ReportDraft draft) {
        for (Collector collector : collectors) {
            collector.contribute(draft);
        }
    }
}
