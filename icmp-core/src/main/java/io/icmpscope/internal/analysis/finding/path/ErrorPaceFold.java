package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IcmpError;
import io.icmpscope.report.AnalysisOptions;
import java.util.Map;
import java.util.TreeMap;

/** Who sends errors at an even pace? A fold over errors alone; those about one host have it as their asking host. */
public final class ErrorPaceFold implements Collector {

    private final KeptMap<ErrorPace.Pair, Pace> paces;

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options how many pairs of addresses to keep
     */
    public ErrorPaceFold(AnalysisOptions options) {
        paces = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (!Failures.isFailure(view) || view.timeNanos() == Frame.NO_TIME) {
            return;
        }
        if (view.message() instanceof IcmpError error && error.quoted().source() != null) {
            Pace pace = paces.of(
                    new ErrorPace.Pair(
                            view.source(), view.type(), error.quoted().source()),
                    Pace::new);
            if (pace != null) {
                pace.see(view, error.quoted());
            }
        }
    }

    @Override
    public void merge(Collector other) {
        paces.merge(((ErrorPaceFold) other).paces, Pace::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        paces.tellLimit("findings: pairs of a sender of errors and its receiver", draft);
        Map<ErrorPace.Pair, Pace> told = new TreeMap<>();
        paces.kept().forEach((pair, pace) -> {
            if (pace.isLong()) {
                told.put(pair, pace);
            }
        });
        told.forEach((pair, pace) -> draft.observations.add(pace.tell(pair)));
    }
}
