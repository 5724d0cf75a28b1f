package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketEntries;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The earliest and the latest of some times, of which any may be missing. */
final class TimeSpan {

    private long first = Frame.NO_TIME;
    private long last = Frame.NO_TIME;

    TimeSpan() {}

    void note(long nanos) {
        if (nanos == Frame.NO_TIME) {
            return;
        }
        first = first == Frame.NO_TIME ? nanos : Math.min(first, nanos);
        last = Math.max(last, nanos);
    }

    @Nullable
    Instant first() {
        return PacketEntries.instant(first);
    }

    @Nullable
    Instant last() {
        return PacketEntries.instant(last);
    }
}
