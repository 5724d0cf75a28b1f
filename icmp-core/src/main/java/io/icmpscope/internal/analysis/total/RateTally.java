package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Seconds;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** How many messages were there when, and when most of all? */
final class RateTally implements Serializable {

    private final RateCells cells = new RateCells();
    private final Seconds seconds = new Seconds();

    private long second; // the latest one, and what is not in its cell yet
    private long messages;
    private long bytes;

    /** Only when asked for. */
    private final @Nullable TypeRates types;

    RateTally(AnalysisOptions options) {
        types = options.seriesPoints() == 0 ? null : new TypeRates();
    }

    void see(PacketView view) {
        if (view.timeNanos() == Frame.NO_TIME) {
            return;
        }
        long now = seconds.of(view.timeNanos());
        if (now != second) {
            endSecond();
            second = now;
        }
        messages++;
        bytes += view.capturedBytes();
        if (types != null) {
            types.see(view);
        }
    }

    private void endSecond() {
        if (messages > 0) {
            cells.add(second, messages, bytes);
            messages = 0;
            bytes = 0;
            if (types != null) {
                types.endSecond(second);
            }
        }
    }

    void merge(RateTally other) {
        other.endSecond();
        cells.merge(other.cells);
        if (types != null && other.types != null) {
            types.merge(other.types);
        }
    }

    void contribute(ReportDraft draft) {
        endSecond();
        if (!cells.isEmpty()) {
            draft.rate = RateBuckets.rate(cells, types);
        }
    }
}
