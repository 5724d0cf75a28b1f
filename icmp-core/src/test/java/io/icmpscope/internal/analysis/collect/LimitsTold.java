package io.icmpscope.internal.analysis.collect;

import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Listing;
import java.util.List;
import java.util.function.Consumer;

/** The limits that a report tells of, when there is nothing else in it. */
final class LimitsTold {

    private LimitsTold() {}

    static List<LimitHit> by(Consumer<ReportDraft> collector) {
        ReportDraft draft = new ReportDraft(AnalysisOptions.defaults(), 0);
        collector.accept(draft);
        CaptureFacts nothing = new CaptureFacts(
                "pcap",
                "little-endian",
                false,
                0,
                Listing.whole(List.of()),
                null,
                null,
                0,
                0,
                List.of(),
                List.of(),
                Listing.whole(List.of()),
                Listing.whole(List.of()));
        return draft.finish(0, 0, nothing, List.of()).limitsHit();
    }
}
