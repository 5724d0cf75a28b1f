package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.Probes;
import io.icmpscope.internal.packet.TransportHeader;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.QuotedTransport;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.Traceroute.Protocol;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which paths were explored, and what lies on them? Notes in errors which probe they are about, for those who come later.
 *
 * <p>Of flows that may become a traceroute the latest are kept. What has become one is kept when it is among the first of
 * the report.
 */
public final class TracerouteFold implements Collector {

    private static final int LEAST_FLOWS = 16;
    private static final int ENTRIES_A_FLOW = 16; // a flow with its probes takes as much as so many entries of a table

    private final Map<Flow, FlowFold> flows = new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);
    private final BitSet identifiers =
            new BitSet(); // that flows of echo requests have or had: most replies have others
    private final NavigableSet<Run> first = new TreeSet<>();
    private final int maxFlows;
    private final int maxListed;
    private long found;
    private long forgotten;

    private TracerouteFold(int maxFlows, int maxListed) {
        this.maxFlows = maxFlows;
        this.maxListed = maxListed;
    }

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options how many traceroutes to list, and the size of the tables
     * @return the fold
     */
    public static TracerouteFold of(AnalysisOptions options) {
        return new TracerouteFold(Math.max(LEAST_FLOWS, options.maxEntries() / ENTRIES_A_FLOW), options.maxListed());
    }

    @Override
    public void seeProbe(PacketView view) {
        Protocol protocol = TransportHeader.isTcp(view) ? Protocol.TCP : Protocol.UDP;
        if (view.isProbe()) {
            probe(new Flow(view.source(), view.destination(), protocol, 0), view);
        } else {
            reached(
                    new Flow(view.destination(), view.source(), protocol, 0),
                    ProbeQuote.ofConnectionAnswer(view),
                    view);
        }
    }

    @Override
    public void see(PacketView view) {
        if (view.isEchoRequest()) {
            if (view.ttl() <= Probes.LARGEST_TTL
                    && view.ttl() > 0
                    && !view.destination().isMulticast()) {
                probe(new Flow(view.source(), view.destination(), Protocol.ICMP, view.identifier()), view);
            }
        } else if (view.isEchoReply()) {
            if (identifiers.get(view.identifier())) {
                Flow flow = new Flow(view.destination(), view.source(), Protocol.ICMP, view.identifier());
                reached(flow, ProbeQuote.ofEchoReply(view), view);
            }
        } else if (view.isError() && view.message() instanceof IcmpError error) {
            error(error, view);
        }
    }

    private void probe(Flow flow, PacketView view) {
        list(fold(flow, view.timeNanos()).probe(view));
    }

    private void reached(Flow flow, ProbeQuote quote, PacketView view) {
        FlowFold fold = flows.get(flow);
        if (fold != null) {
            answer(fold, quote, Answer.reached(view), view);
        }
    }

    private void error(IcmpError error, PacketView view) {
        Flow flow = flow(error.quoted());
        ProbeQuote quote = ProbeQuote.of(error.quoted());
        if (flow == null || quote == null) {
            return;
        }
        Answer answer = Answer.of(view, error);
        FlowFold fold = answer == null ? flows.get(flow) : fold(flow, view.timeNanos());
        if (fold != null) {
            answer(fold, quote, answer, view);
        }
    }

    private void answer(FlowFold fold, ProbeQuote quote, @Nullable Answer answer, PacketView view) {
        Probe probe = fold.find(quote, view);
        if (probe != null) {
            view.original(probe.frame);
        }
        if (answer == null) {
            return;
        }
        if (probe == null) {
            list(fold.answer(quote, answer, view));
        } else {
            probe.run.answered(probe, answer);
            list(probe.run);
        }
    }

    /** The flow of what was quoted, when it can have been a probe. */
    private static @Nullable Flow flow(QuotedDatagram quoted) {
        IpAddress source = quoted.source();
        IpAddress destination = quoted.destination();
        QuotedTransport transport = quoted.transport();
        if (source == null || destination == null) {
            return null;
        }
        if (transport instanceof QuotedTransport.Udp) {
            return new Flow(source, destination, Protocol.UDP, 0);
        }
        if (transport instanceof QuotedTransport.Tcp) {
            return new Flow(source, destination, Protocol.TCP, 0);
        }
        Integer type = quoted.icmpType();
        Integer identifier = quoted.icmpIdentifier();
        boolean request = type != null && type == (source.version() == 4 ? 8 : 128);
        return request && identifier != null ? new Flow(source, destination, Protocol.ICMP, identifier) : null;
    }

    /** The fold of a flow; a new one pushes out the one that nothing was heard of for longest. */
    private FlowFold fold(Flow flow, long nowNanos) {
        FlowFold known = flows.get(flow);
        if (known != null) {
            return known;
        }
        if (flows.size() >= maxFlows) {
            Iterator<FlowFold> oldest = flows.values().iterator();
            forgotten += oldest.next().isWaiting(nowNanos) ? 1 : 0;
            oldest.remove();
        }
        if (flow.protocol() == Protocol.ICMP) {
            identifiers.set(flow.identifier());
        }
        FlowFold fresh = new FlowFold(flow);
        flows.put(flow, fresh);
        return fresh;
    }

    /** Lists a run once it is a traceroute. */
    private void list(Run run) {
        if (run.listed || !run.isTraceroute()) {
            return;
        }
        run.listed = true;
        found++;
        keep(run);
    }

    private void keep(Run run) {
        first.add(run);
        if (first.size() > maxListed) {
            first.pollLast();
        }
    }

    @Override
    public void merge(Collector other) {
        TracerouteFold part = (TracerouteFold) other;
        flows.putAll(part.flows);
        identifiers.or(part.identifiers);
        part.first.forEach(this::keep);
        found += part.found;
        forgotten += part.forgotten;
    }

    @Override
    public void contribute(ReportDraft draft) {
        List<Traceroute> finished = first.stream()
                .map(run -> run.finish(draft.lastTimeNanos, draft.options.replyTimeout()))
                .toList();
        draft.traceroutes = new Listing<>(finished, found - finished.size());
        if (forgotten > 0) {
            draft.limitHit("flows of probes", maxFlows, forgotten);
        }
    }
}
