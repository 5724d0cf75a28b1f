package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Seconds;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;

/** How many messages were there when, and when most of all? */
public final class RateTally implements Collector {

    private final RateCells cells = new RateCells();
    private final Seconds seconds = new Seconds();

    /** Makes a tally of nothing. */
    public RateTally() {}

    @Override
    public void see(PacketView view) {
        if (view.timeNanos() != Frame.NO_TIME) {
            cells.add(seconds.of(view.timeNanos()), 1, view.capturedBytes());
        }
    }

    @Override
    public void merge(Collector other) {
        cells.merge(((RateTally) other).cells);
    }

    @Override
    public void contribute(ReportDraft draft) {
        if (!cells.isEmpty()) {
            draft.rate = RateBuckets.rate(cells);
        }
    }
}
