package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.QuotedTransport.Udp;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.util.TreeMap;

/** Which ports of UDP does a host say to be closed, and who had sent something there? */
public final class ClosedPortTally implements Collector {

    private static final int DNS = 53;

    private static final class Sum implements Serializable {

        private final Sightings errors = new Sightings();
        private final Distinct ports = new Distinct();
        private final Distinct askers = new Distinct();
        private long fromDns;

        private void see(PacketView view, int port, QuotedDatagram quoted) {
            Integer from = quoted.sourcePort();
            errors.see(view);
            ports.add(Spread.of(0, port));
            askers.add(Spread.of(0, quoted.source()));
            fromDns += from != null && from == DNS ? 1 : 0;
        }

        private void addAll(Sum other) {
            errors.addAll(other.errors);
            ports.addAll(other.ports);
            askers.addAll(other.askers);
            fromDns += other.fromDns;
        }

        private ClosedPorts closed(IpAddress host) {
            Seen seen = errors.seen();
            long different = Math.min(ports.count(), seen.count()); // an estimate may be more than there can be
            return new ClosedPorts(host, seen, different, fromDns, askers.count());
        }
    }

    private final KeptMap<IpAddress, Sum> hosts;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many hosts to keep
     */
    public ClosedPortTally(AnalysisOptions options) {
        hosts = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (!Failures.isPortUnreachable(view)) {
            return;
        }
        QuotedDatagram quoted = Failures.quoted(view);
        IpAddress host = view.source();
        if (quoted != null && host.equals(quoted.destination()) && quoted.transport() instanceof Udp udp) {
            Integer port = udp.destinationPort();
            Sum sum = port == null ? null : hosts.of(host, Sum::new);
            if (sum != null && port != null) {
                sum.see(view, port, quoted);
            }
        }
    }

    @Override
    public void merge(Collector other) {
        hosts.merge(((ClosedPortTally) other).hosts, Sum::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        hosts.tellLimit("findings: hosts with closed ports", draft);
        new TreeMap<>(hosts.kept()).forEach((host, sum) -> draft.observations.add(sum.closed(host)));
    }
}
