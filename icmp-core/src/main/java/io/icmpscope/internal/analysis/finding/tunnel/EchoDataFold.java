package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.echo.KeptPings;
import io.icmpscope.internal.analysis.payload.DataLook;
import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import java.util.Comparator;
import java.util.List;

/**
 * What do echo messages carry that no ping sends? Behind the pings, which note which request a reply answers, and with what
 * change. Requests of known data and replies that repeat their request are none of its business, and nearly all are that.
 */
public final class EchoDataFold implements Collector {

    private static final int TIME = 16; // bytes at the beginning, which say when it was sent

    /** Each is larger than what other tables have, and seldom needed. */
    private static final int SHARE = 4;

    private final KeptMap<Ends, Exchange> exchanges;
    private final DataScan scan = new DataScan();
    private boolean marked; // whether a program is known by some messages: most captures have none

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options how many pairs of hosts to keep: a quarter of {@link AnalysisOptions#maxEntries}
     */
    public EchoDataFold(AnalysisOptions options) {
        exchanges = new KeptMap<>(Math.max(1, options.maxEntries() / SHARE));
    }

    @Override
    public void see(PacketView view) {
        if (view.isEchoRequest()) {
            if (DataLook.isUnknown(view) || DataLook.isTimeFirst(view)) {
                request(view);
            }
        } else if (view.isEchoReply()) {
            if (view.requestFrame() == PacketView.NONE || EchoData.isChanged(view)) {
                reply(view);
            } else if (marked && DataLook.isUnknown(view)) {
                echo(view);
            }
        }
    }

    private void request(PacketView view) {
        Exchange exchange =
                view.ipVersion() == view.icmpVersion() ? exchanges.of(Ends.of(view, true), Exchange::new) : null;
        if (exchange != null) {
            exchange.request(view, said(view), scan);
            marked |= exchange.isMarked();
        }
    }

    /** The kernel of a host with a tunnel answers too. */
    private void echo(PacketView view) {
        Exchange known = exchanges.get(Ends.of(view, false));
        if (known != null) {
            known.repeat(view);
        }
    }

    private void reply(PacketView view) {
        if (EchoData.isChanged(view) && EchoData.declaredLength(view) == 0) {
            Exchange known = exchanges.get(Ends.of(view, false));
            if (known != null) {
                known.acknowledge();
            }
        } else if (saysSomething(view) && view.ipVersion() == view.icmpVersion()) {
            Exchange exchange = exchanges.of(Ends.of(view, false), Exchange::new);
            if (exchange != null) {
                exchange.reply(view, said(view), scan);
                marked |= exchange.isMarked();
            }
        }
    }

    /** A device that writes its own time into an echo, and a capture that cut it, change nothing that matters. */
    private static boolean saysSomething(PacketView reply) {
        boolean cut = EchoData.length(reply) < EchoData.declaredLength(reply);
        return (DataLook.isUnknown(reply) || DataLook.isTimeFirst(reply))
                && !DataLook.countsBehind(reply, TIME)
                && !(cut && EchoData.isChanged(reply));
    }

    /** Where the data begins to say something. */
    private static int said(PacketView view) {
        return DataLook.isTimeFirst(view) ? TIME : 0;
    }

    @Override
    public void merge(Collector other) {
        exchanges.merge(((EchoDataFold) other).exchanges, (mine, theirs) -> {});
    }

    @Override
    public void contribute(ReportDraft draft) {
        exchanges.tellLimit("findings: pairs of hosts with unknown echo data", draft);
        List<KeptPings> pings = draft.observations.of(KeptPings.class);
        exchanges.kept().entrySet().stream()
                .map(pair -> pair.getValue().seen(pair.getKey(), pings))
                .filter(seen -> seen.shown().count() > 0)
                .sorted(Comparator.comparing(EchoDataSeen::ends))
                .forEach(draft.observations::add);
    }
}
