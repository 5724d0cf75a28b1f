package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.ParameterProblem;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which fields of whose headers could not be processed? */
public final class BadFieldTally implements Collector {

    private static final int MOST_SENDERS = 16;

    private static final class Complaints implements Serializable {
        private final Sightings seen = new Sightings();
        private final TreeSet<IpAddress> senders = new TreeSet<>();

        private void note(IpAddress sender) {
            senders.add(sender);
            if (senders.size() > MOST_SENDERS) {
                senders.pollLast(); // the same are kept whatever the order
            }
        }

        private void addAll(Complaints other) {
            seen.addAll(other.seen);
            other.senders.forEach(this::note);
        }
    }

    private final KeptMap<BadField.Complaint, Complaints> fields;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many fields to keep
     */
    public BadFieldTally(AnalysisOptions options) {
        fields = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (view.type() != (view.icmpVersion() == 4 ? 12 : 4)
                || !(view.message() instanceof ParameterProblem problem)) {
            return;
        }
        Complaints known = fields.of(
                new BadField.Complaint(view.source(), view.code(), problem.pointer(), problem.pointedField()),
                Complaints::new);
        if (known != null) {
            known.seen.see(view);
            if (problem.quoted().source() != null) {
                known.note(problem.quoted().source());
            }
        }
    }

    @Override
    public void merge(Collector other) {
        fields.merge(((BadFieldTally) other).fields, Complaints::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        fields.tellLimit("findings: header fields that errors complain about", draft);
        new TreeMap<>(fields.kept())
                .forEach((complaint, known) ->
                        draft.observations.add(new BadField(complaint, List.copyOf(known.senders), known.seen.seen())));
    }
}
