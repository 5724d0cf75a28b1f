package io.icmpscope.internal.analysis.payload;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PayloadClassCount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;

/** What does the data of the pings look like, and which programs send such data? */
public final class PayloadTally implements Collector {

    private static final Comparator<PayloadClassCount> MOST_FIRST =
            Comparator.comparingLong(PayloadClassCount::count).reversed().thenComparing(PayloadClassCount::name);

    private static final class Seen implements Serializable {
        long count;
        long firstFrame = Long.MAX_VALUE;

        void add(long more, long frame) {
            count += more;
            firstFrame = Math.min(firstFrame, frame);
        }
    }

    private final EnumMap<PayloadClass, Seen> classes = new EnumMap<>(PayloadClass.class);

    private final ToolTally tools;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many senders of rare data to keep
     */
    public PayloadTally(AnalysisOptions options) {
        tools = new ToolTally(options);
    }

    @Override
    public void see(PacketView view) {
        if (view.isEchoRequest()) {
            PayloadClass one = PayloadClass.of(view);
            of(one).add(1, view.frameNumber());
            tools.see(one, view);
        }
    }

    private Seen of(PayloadClass one) {
        Seen known = classes.get(one);
        if (known == null) {
            known = new Seen();
            classes.put(one, known);
        }
        return known;
    }

    @Override
    public void merge(Collector other) {
        PayloadTally that = (PayloadTally) other;
        that.classes.forEach((one, seen) -> of(one).add(seen.count, seen.firstFrame));
        tools.merge(that.tools);
    }

    @Override
    public void contribute(ReportDraft draft) {
        List<PayloadClassCount> counts = new ArrayList<>();
        classes.forEach((one, seen) ->
                counts.add(new PayloadClassCount(one.label, one.implies, one.confidence, seen.count, seen.firstFrame)));
        counts.sort(MOST_FIRST);
        draft.payloadClasses = Listing.whole(counts);
        tools.contribute(draft);
    }
}
