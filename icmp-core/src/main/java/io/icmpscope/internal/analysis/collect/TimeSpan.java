package io.icmpscope.internal.analysis.collect;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketEntries;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The earliest and the latest of some times, of which any may be missing: nanoseconds since 1970, or no time. */
public final class TimeSpan implements Serializable {

    private long first = Frame.NO_TIME;
    private long last = Frame.NO_TIME;

    /** Makes a span without times. */
    public TimeSpan() {}

    /**
     * Takes a time into account.
     *
     * @param nanos the time, or {@link Frame#NO_TIME}
     */
    public void note(long nanos) {
        if (nanos == Frame.NO_TIME) {
            return;
        }
        first = first == Frame.NO_TIME ? nanos : Math.min(first, nanos);
        last = Math.max(last, nanos);
    }

    /**
     * Takes the times of another span into account.
     *
     * @param other the other
     */
    public void addAll(TimeSpan other) {
        note(other.first);
        note(other.last);
    }

    /**
     * Returns the earliest time.
     *
     * @return the time, or null when there is none
     */
    public @Nullable Instant first() {
        return PacketEntries.instant(first);
    }

    /**
     * Returns the latest time.
     *
     * @return the time, or null when there is none
     */
    public @Nullable Instant last() {
        return PacketEntries.instant(last);
    }

    /**
     * Returns the time from one to another.
     *
     * @param earlier a time, or {@link Frame#NO_TIME}
     * @param later a time, or {@link Frame#NO_TIME}
     * @return nanoseconds, or {@link Frame#NO_TIME} when one is missing, the clock went back, or it overflows
     */
    public static long since(long earlier, long later) {
        boolean known = earlier != Frame.NO_TIME && later != Frame.NO_TIME && later >= earlier;
        long apart = later - earlier;
        return known && apart >= 0 ? apart : Frame.NO_TIME;
    }
}
