package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;

/** How many messages were there when, and when most of all? */
public final class RateTally implements Collector {

    private static final long NANOS = 1_000_000_000L;

    private final RateCells cells = new RateCells();

    /** Makes a tally of nothing. */
    public RateTally() {}

    @Override
    public void see(PacketView view) {
        if (view.timeNanos() != Frame.NO_TIME) {
            cells.add(Math.floorDiv(view.timeNanos(), NANOS), 1, view.capturedBytes());
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
