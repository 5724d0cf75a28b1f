package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Threshold;
import java.io.Serializable;
import java.util.Comparator;

/** Which echo messages are larger than an Ethernet carries in one frame, or far larger when they came in fragments? */
public final class BigEchoTally implements Collector {

    static final Threshold WHOLE =
            new Threshold("BIG-ICMP.whole", 1473, "bytes", "data of an echo message in one piece");
    static final Threshold JOINED =
            new Threshold("BIG-ICMP.joined", 4097, "bytes", "data of an echo message that came in fragments");

    /**
     * Large echo messages between two hosts.
     *
     * @param ends who asked whom
     * @param longest the most bytes of data
     * @param shown the messages
     */
    record Found(Ends ends, long longest, Seen shown) {}

    private static final class Large implements Serializable {
        private final Sightings sightings = new Sightings();
        private long longest;

        void see(PacketView view, long bytes) {
            sightings.see(view);
            longest = Math.max(longest, bytes);
        }

        void addAll(Large other) {
            sightings.addAll(other.sightings);
            longest = Math.max(longest, other.longest);
        }

        Found found(Ends ends) {
            return new Found(ends, longest, sightings.seen());
        }
    }

    private final KeptMap<Ends, Large> large;
    private final long whole;
    private final long joined;
    private final long least;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many pairs of hosts to keep, and what is large
     */
    public BigEchoTally(AnalysisOptions options) {
        large = new KeptMap<>(options.maxEntries());
        whole = (long) Math.ceil(Merged.value(options, WHOLE));
        joined = (long) Math.ceil(Merged.value(options, JOINED));
        least = Math.min(whole, joined);
    }

    @Override
    public void see(PacketView view) {
        boolean request = view.isEchoRequest();
        if (request || view.isEchoReply()) {
            long bytes = EchoData.declaredLength(view);
            if (bytes >= least && bytes >= (EchoData.isJoined(view) ? joined : whole)) {
                Large known =
                        view.ipVersion() == view.icmpVersion() ? large.of(Ends.of(view, request), Large::new) : null;
                if (known != null) {
                    known.see(view, bytes);
                }
            }
        }
    }

    @Override
    public void merge(Collector other) {
        large.merge(((BigEchoTally) other).large, Large::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        large.tellLimit("findings: pairs of hosts with large echo messages", draft);
        large.kept().entrySet().stream()
                .map(pair -> pair.getValue().found(pair.getKey()))
                .sorted(Comparator.comparing(Found::ends))
                .forEach(draft.observations::add);
    }
}
