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
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is each host told by errors, and do they quote what it sent? */
public final class ToldTally implements Collector {

    private static final class Sum implements Serializable {

        private final Sightings errors = new Sightings();
        private final Distinct reporters = new Distinct();
        private final Distinct farEnds = new Distinct();
        private final Distinct ports = new Distinct();
        private final Distinct farPorts = new Distinct();
        private long own;
        private long captured;
        private long pings;

        private void see(PacketView view, IpAddress host) {
            errors.see(view);
            reporters.add(Spread.of(0, view.source()));
            captured += view.originalFrame() == PacketView.NONE ? 0 : 1;
            QuotedDatagram quoted = Failures.quoted(view);
            if (quoted != null && host.equals(quoted.source())) {
                own++;
                farEnds.add(Spread.of(0, quoted.destination()));
                add(ports, quoted.sourcePort());
                add(farPorts, quoted.destinationPort());
                Integer type = quoted.icmpType();
                pings += type != null && type == (view.icmpVersion() == 4 ? 8 : 128) ? 1 : 0;
            }
        }

        private static void add(Distinct ports, @Nullable Integer port) {
            if (port != null) {
                ports.add(Spread.of(0, port));
            }
        }

        private void addAll(Sum other) {
            errors.addAll(other.errors);
            reporters.addAll(other.reporters);
            farEnds.addAll(other.farEnds);
            ports.addAll(other.ports);
            farPorts.addAll(other.farPorts);
            own += other.own;
            captured += other.captured;
            pings += other.pings;
        }

        private Told told(IpAddress host) {
            return new Told(
                    host,
                    errors.seen(),
                    reporters.count(),
                    own,
                    captured,
                    pings,
                    farEnds.count(),
                    ports.count(),
                    farPorts.count());
        }
    }

    private final KeptMap<IpAddress, Sum> hosts;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many hosts to keep
     */
    public ToldTally(AnalysisOptions options) {
        hosts = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (Failures.isFailure(view)) {
            IpAddress host = view.destination();
            Sum sum = hosts.of(host, Sum::new);
            if (sum != null) {
                sum.see(view, host);
            }
        }
    }

    @Override
    public void merge(Collector other) {
        hosts.merge(((ToldTally) other).hosts, Sum::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        hosts.tellLimit("findings: hosts that received errors", draft);
        new TreeMap<>(hosts.kept()).forEach((host, sum) -> draft.observations.add(sum.told(host)));
    }
}
