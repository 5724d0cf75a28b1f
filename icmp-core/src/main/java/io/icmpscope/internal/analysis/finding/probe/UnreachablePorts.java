package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.probe.PortScan.Port;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * For which ports of UDP was whom asked in vain? The ports that a traceroute counts up are left out; and so are the answers
 * of a service to clients that are gone, which come from a lower range of ports than they go to.
 */
public final class UnreachablePorts implements Collector {

    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int WELL_KNOWN = 1_024; // ports below it are those of services
    private static final int EPHEMERAL = 32_768; // and from here on those of clients, mostly
    private static final int FIRST_PROBE = 33_434; // what traceroute begins with
    private static final int LAST_PROBE = 33_534;

    /** More different ports than this are no news. */
    static final int MOST_PORTS = 64;

    private record Pair(IpAddress source, IpAddress destination, int icmpVersion)
            implements Spread.Key, Comparable<Pair>, Serializable {

        private static final Comparator<Pair> ORDER = Comparator.comparing(Pair::source)
                .thenComparing(Pair::destination)
                .thenComparingInt(Pair::icmpVersion);

        @Override
        public long spread() {
            return Spread.of(Spread.of(Spread.of(0, icmpVersion), source), destination);
        }

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    /** The ports of one pair, all of which one part sees, in the order of the capture. */
    private static final class Ports implements Serializable {
        final Map<Integer, Port> first = new LinkedHashMap<>();
        long errors;
        long large;
        long again;

        void see(int port, boolean much, PacketView view) {
            errors++;
            large += much ? 1 : 0;
            if (first.containsKey(port)) {
                again++;
            } else if (first.size() < MOST_PORTS) {
                first.put(port, new Port(port, view.frameNumber(), view.timeNanos()));
            }
        }
    }

    private final KeptMap<Pair, Ports> pairs;
    private final double much;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many pairs of hosts to keep
     */
    public UnreachablePorts(AnalysisOptions options) {
        pairs = new KeptMap<>(options.maxEntries());
        much = Merged.value(options, UdpScanRule.MUCH);
    }

    @Override
    public void see(PacketView view) {
        if (!view.isError() || !isPortUnreachable(view) || !(view.message() instanceof IcmpError error)) {
            return;
        }
        QuotedDatagram quoted = error.quoted();
        IpAddress source = quoted.source();
        IpAddress destination = quoted.destination();
        if (source == null || destination == null || !isUdp(quoted)) {
            return;
        }
        Integer port = quoted.destinationPort();
        if (port != null && !isProbe(port) && !isAnswer(quoted, port)) {
            Ports ports = pairs.of(new Pair(source, destination, view.icmpVersion()), Ports::new);
            if (ports != null) {
                ports.see(port, dataBytes(quoted) >= much, view);
            }
        }
    }

    private static boolean isPortUnreachable(PacketView view) {
        return view.icmpVersion() == 4
                ? view.type() == 3 && view.code() == 3 // RFC 792
                : view.type() == 1 && view.code() == 4; // RFC 4443 section 3.1
    }

    private static boolean isUdp(QuotedDatagram quoted) {
        Integer protocol = quoted.protocol();
        return protocol != null && protocol == UDP;
    }

    private static long dataBytes(QuotedDatagram quoted) {
        Long length = quoted.totalLength();
        Integer version = quoted.ipVersion();
        int headers = UDP_HEADER + (version != null && version == 6 ? IPV6_HEADER : IPV4_HEADER);
        return length == null ? 0 : length - headers;
    }

    private static boolean isProbe(int port) {
        return port >= FIRST_PROBE && port <= LAST_PROBE;
    }

    private static boolean isAnswer(QuotedDatagram quoted, int to) {
        Integer from = quoted.sourcePort();
        return from == null || (from < WELL_KNOWN && to >= WELL_KNOWN) || (from < EPHEMERAL && to >= EPHEMERAL);
    }

    @Override
    public void merge(Collector other) {
        pairs.merge(((UnreachablePorts) other).pairs, (mine, theirs) -> {
            throw new IllegalStateException("one asking host in two parts");
        });
    }

    @Override
    public void contribute(ReportDraft draft) {
        pairs.tellLimit("findings: pairs of hosts with closed UDP ports", draft);
        new TreeMap<>(pairs.kept())
                .forEach((pair, ports) -> draft.observations.add(new PortScan(
                        pair.source,
                        pair.destination,
                        pair.icmpVersion,
                        ports.errors,
                        ports.large,
                        ports.again,
                        List.copyOf(ports.first.values()))));
    }
}
