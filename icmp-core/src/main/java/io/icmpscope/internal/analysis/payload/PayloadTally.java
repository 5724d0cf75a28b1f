package io.icmpscope.internal.analysis.payload;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PayloadClassCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;

/** What does the data of the pings look like, and which programs send such data? */
public final class PayloadTally implements Collector {

    private static final Comparator<PayloadClassCount> MOST_FIRST =
            Comparator.comparingLong(PayloadClassCount::count).reversed().thenComparing(PayloadClassCount::name);

    private static final class Seen {
        long count;
        long firstFrame = Long.MAX_VALUE;

        void add(long more, long frame) {
            count += more;
            firstFrame = Math.min(firstFrame, frame);
        }
    }

    private final EnumMap<PayloadClass, Seen> classes = new EnumMap<>(PayloadClass.class);

    /** Makes a tally of nothing. */
    public PayloadTally() {}

    @Override
    public void see(PacketView view) {
        if (view.isEchoRequest()) {
            of(PayloadClass.of(view)).add(1, view.frameNumber());
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
        ((PayloadTally) other).classes.forEach((one, seen) -> of(one).add(seen.count, seen.firstFrame));
    }

    @Override
    public void contribute(ReportDraft draft) {
        List<PayloadClassCount> counts = new ArrayList<>();
        classes.forEach((one, seen) ->
                counts.add(new PayloadClassCount(one.label, one.implies, one.confidence, seen.count, seen.firstFrame)));
        counts.sort(MOST_FIRST);
        draft.payloadClasses = Listing.whole(counts);
    }
}
