package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts the frames of one capture as they go by. */
final class FrameTally {

    private long frames;
    private long firstFrame;
    private long truncated;
    private long firstTimeNanos = Long.MAX_VALUE;
    private long lastTimeNanos = Frame.NO_TIME;

    void see(Frame frame) {
        if (frames++ == 0) {
            firstFrame = frame.number();
        }
        if (frame.capturedBytes() < frame.wireBytes()) {
            truncated++;
        }
        long time = frame.timeNanos();
        if (time != Frame.NO_TIME) {
            firstTimeNanos = Math.min(firstTimeNanos, time);
            lastTimeNanos = Math.max(lastTimeNanos, time);
        }
    }

    long frames() {
        return frames;
    }

    /** The number of the first frame, or 0 when there is none. */
    long firstFrame() {
        return firstFrame;
    }

    /** Frames of which fewer bytes were kept than the packet had. */
    long truncated() {
        return truncated;
    }

    @Nullable
    Instant firstTime() {
        return lastTimeNanos == Frame.NO_TIME ? null : PacketEntries.instant(firstTimeNanos);
    }

    @Nullable
    Instant lastTime() {
        return PacketEntries.instant(lastTimeNanos);
    }

    /** The latest time stamp, or {@link Frame#NO_TIME}. */
    long lastTimeNanos() {
        return lastTimeNanos;
    }
}
