package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Seconds;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;

/** How many messages were there when, and when most of all? */
final class RateTally implements Serializable {

    private final RateCells cells = new RateCells();
    private final Seconds seconds = new Seconds();

    private long second; // the latest one, and what is not in its cell yet
    private long messages;
    private long bytes;

    RateTally() {}

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
    }

    private void endSecond() {
        if (messages > 0) {
            cells.add(second, messages, bytes);
            messages = 0;
            bytes = 0;
        }
    }

    void merge(RateTally other) {
        other.endSecond();
        cells.merge(other.cells);
    }

    void contribute(ReportDraft draft) {
        endSecond();
        if (!cells.isEmpty()) {
            draft.rate = RateBuckets.rate(cells);
        }
    }
}
