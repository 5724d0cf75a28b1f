package io.icmpscope.internal.analysis.collect;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.internal.packet.PacketView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often something was seen, from when to when, and in which frames first. */
public final class Sightings {

    private final FirstFrames frames = new FirstFrames();
    private long count;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Frame.NO_TIME;

    /** Makes the sightings of what was not seen yet. */
    public Sightings() {}

    /**
     * Takes a message into account.
     *
     * @param view the message
     */
    public void see(PacketView view) {
        count++;
        frames.add(view.frameNumber());
        long time = view.timeNanos();
        if (time != Frame.NO_TIME) {
            firstNanos = Math.min(firstNanos, time);
            lastNanos = Math.max(lastNanos, time);
        }
    }

    /**
     * Takes in other sightings.
     *
     * @param other the others
     */
    public void addAll(Sightings other) {
        count += other.count;
        frames.addAll(other.frames);
        firstNanos = Math.min(firstNanos, other.firstNanos);
        lastNanos = Math.max(lastNanos, other.lastNanos);
    }

    /**
     * Returns how many messages were seen.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * Returns the earliest time.
     *
     * @return the time, or null when no frame had one
     */
    public @Nullable Instant firstTime() {
        return lastNanos == Frame.NO_TIME ? null : PacketEntries.instant(firstNanos);
    }

    /**
     * Returns the latest time.
     *
     * @return the time, or null when no frame had one
     */
    public @Nullable Instant lastTime() {
        return PacketEntries.instant(lastNanos);
    }

    /**
     * Returns the first frames.
     *
     * @return their numbers, ascending, {@value FirstFrames#MOST} at most
     */
    public List<Long> frames() {
        return frames.list();
    }
}
