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
import io.icmpscope.internal.analysis.finding.path.BadFieldTally;
import io.icmpscope.internal.analysis.finding.path.ErrorPaceFold;
import io.icmpscope.internal.analysis.finding.path.RedirectSignTally;
import io.icmpscope.internal.analysis.finding.path.TooBigTally;
import io.icmpscope.internal.analysis.finding.probe.Graphs;
import io.icmpscope.internal.analysis.finding.probe.RenumberingTally;
import io.icmpscope.internal.analysis.finding.probe.UnreachablePorts;
import io.icmpscope.internal.analysis.finding.probe.UnusedBytes;
import io.icmpscope.internal.analysis.link.MulticastFold;
import io.icmpscope.internal.analysis.link.NeighborFold;
import io.icmpscope.internal.analysis.link.RouterFold;
import io.icmpscope.internal.analysis.path.TracerouteFold;
import io.icmpscope.internal.analysis.payload.PayloadTally;
import io.icmpscope.internal.analysis.total.PacketLister;
import io.icmpscope.internal.analysis.total.Totals;
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
import org.jspecify.annotations.Nullable;

/**
 * The answers to all questions about a part of the messages: all those of some {@linkplain AskingHost asking hosts}, in the
 * order of the capture. Parts are merged in any order. For one thread.
 */
public final class Partial implements Serializable {

    // Those that take echoes, by class: nearly all messages are echoes, and a call through a list takes longer than the
    // work.
    private final TracerouteFold traceroutes;
    private final Totals totals;
    private final EchoFold pings;
    private final PayloadTally payloads;
    private final PacketLister lister;
    private final @Nullable EchoSigns signs;

    /** The one list of the questions that a report answers, and that findings ask. */
    private final List<Collector> collectors;

    /**
     * Makes a part without messages.
     *
     * @param options what to list, and the limits
     */
    public Partial(AnalysisOptions options) {
        traceroutes = TracerouteFold.of(options);
        totals = new Totals(options);
        pings = EchoFold.of(options);
        payloads = new PayloadTally(options);
        lister = new PacketLister(options);
        signs = options.findings() ? new EchoSigns(options) : null;
        Stream<Collector> ofFindings = signs == null ? Stream.of() : ofFindings(signs, options).stream();
        collectors = Stream.concat(ofTheReport(options).stream(), ofFindings).toList();
    }

    private List<Collector> ofTheReport(AnalysisOptions options) {
        return List.of(
                traceroutes, // first: notes which probe an error is about
                totals,
                new UnreachableTally(options),
                pings,
                new RouterFold(options),
                new NeighborFold(options),
                new MulticastFold(options),
                new ErrorTally(options),
                new PathMtuFold(options), // after the pings: needs how large they were
                new RedirectTally(options),
                payloads,
                lister); // last: needs what the folds found
    }

    /** What findings alone need to know. */
    private static List<Collector> ofFindings(EchoSigns signs, AnalysisOptions options) {
        return List.of(
                signs.odd,
                new LoadTally(options),
                new ToldTally(options),
                new RefusalTally(options),
                new ClosedPortTally(options),
                signs.circles,
                new TooBigTally(options),
                new BadFieldTally(options),
                new RedirectSignTally(options),
                new ErrorPaceFold(options),
                signs.routes,
                new UnreachablePorts(options),
                new UnusedBytes(options),
                new RenumberingTally(options),
                new Graphs(options),
                new LinkFold(options),
                signs.data,
                signs.large);
    }

    /**
     * Takes a message, a probe or the answer to a probe into account.
     *
     * @param view the message or probe; what it points at is gone after the call
     */
    public void see(PacketView view) {
        if (Icmp.isEcho(view.icmpVersion(), view.type()) && view.isIcmp()) {
            seeEcho(view);
        } else if (view.isIcmp()) {
            for (Collector collector : collectors) {
                collector.see(view);
            }
        } else {
            traceroutes.seeProbe(view);
        }
    }

    private void seeEcho(PacketView view) {
        traceroutes.see(view);
        totals.see(view);
        pings.see(view);
        payloads.see(view);
        lister.see(view);
        if (signs != null) {
            signs.see(view);
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
