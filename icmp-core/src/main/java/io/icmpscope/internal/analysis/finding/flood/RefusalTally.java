package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.QuotedTransport.Tcp;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.util.Comparator;
import java.util.TreeMap;

/** Which connections of TCP do errors refuse? Those that RFC 5927 calls hard errors, but for the one about sizes. */
public final class RefusalTally implements Collector {

    private record Pair(IpAddress host, IpAddress farEnd) implements Spread.Key, Comparable<Pair>, Serializable {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::host).thenComparing(Pair::farEnd);

        @Override
        public long spread() {
            return Spread.of(Spread.of(0, host), farEnd);
        }

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Sum implements Serializable {

        private final Sightings errors = new Sightings();
        private final Distinct connections = new Distinct();
        private final Distinct ports = new Distinct();
        private final Distinct farPorts = new Distinct();
        private final Distinct sequences = new Distinct();
        private long ofProtocol;

        private void see(PacketView view, int port, int farPort, long sequence) {
            errors.see(view);
            connections.add(Spread.of(0, (long) port << 16 | farPort));
            ports.add(Spread.of(0, port));
            farPorts.add(Spread.of(0, farPort));
            sequences.add(Spread.of(0, sequence));
            ofProtocol += view.icmpVersion() == 4 && view.code() == 2 ? 1 : 0;
        }

        private void addAll(Sum other) {
            errors.addAll(other.errors);
            connections.addAll(other.connections);
            ports.addAll(other.ports);
            farPorts.addAll(other.farPorts);
            sequences.addAll(other.sequences);
            ofProtocol += other.ofProtocol;
        }

        private Refusals refusals(Pair pair) {
            return new Refusals(
                    pair.host,
                    pair.farEnd,
                    errors.seen(),
                    ofProtocol,
                    connections.count(),
                    ports.count(),
                    farPorts.count(),
                    sequences.count());
        }
    }

    private final KeptMap<Pair, Sum> pairs;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many pairs of addresses to keep
     */
    public RefusalTally(AnalysisOptions options) {
        pairs = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (!Failures.isUnreachable(view) || !isHard(view)) {
            return;
        }
        QuotedDatagram quoted = Failures.quoted(view);
        if (quoted != null && quoted.transport() instanceof Tcp tcp) {
            see(view, quoted, tcp);
        }
    }

    private void see(PacketView view, QuotedDatagram quoted, Tcp tcp) {
        IpAddress host = quoted.source();
        IpAddress farEnd = quoted.destination();
        Integer port = tcp.sourcePort();
        Integer farPort = tcp.destinationPort();
        Long sequence = tcp.sequenceNumber();
        if (host == null || farEnd == null || port == null || farPort == null || sequence == null) {
            return;
        }
        Sum sum = pairs.of(new Pair(host, farEnd), Sum::new);
        if (sum != null) {
            sum.see(view, port, farPort, sequence);
        }
    }

    /** Protocol or port unreachable: RFC 5927 section 4. In ICMPv6 administratively prohibited too: RFC 5461. */
    private static boolean isHard(PacketView view) {
        int code = view.code();
        return view.icmpVersion() == 4 ? code == 2 || code == 3 : code == 1 || code == 4;
    }

    @Override
    public void merge(Collector other) {
        pairs.merge(((RefusalTally) other).pairs, Sum::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        pairs.tellLimit("findings: pairs of hosts whose TCP was refused", draft);
        new TreeMap<>(pairs.kept()).forEach((pair, sum) -> draft.observations.add(sum.refusals(pair)));
    }
}
