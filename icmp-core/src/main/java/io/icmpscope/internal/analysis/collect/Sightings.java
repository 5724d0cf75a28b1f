package io.icmpscope.internal.analysis.collect;

import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often something was seen, from when to when, and in which frames first. */
public final class Sightings implements Serializable {

    private final FirstFrames frames = new FirstFrames();
    private long count;
    private final TimeSpan span = new TimeSpan();

    /** Makes the sightings of what was not seen yet. */
    public Sightings() {}

    /**
     * Takes a message into account.
     *
     * @param view the message
     */
    public void see(PacketView view) {
        see(view.frameNumber(), view.timeNanos());
    }

    /**
     * Takes a message into account.
     *
     * @param frame the number of its frame
     * @param nanos its time in nanoseconds since 1970, or that of a frame without one
     */
    public void see(long frame, long nanos) {
        count++;
        frames.add(frame);
        span.note(nanos);
    }

    /**
     * Takes in other sightings.
     *
     * @param other the others
     */
    public void addAll(Sightings other) {
        count += other.count;
        frames.addAll(other.frames);
        span.addAll(other.span);
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
        return span.first();
    }

    /**
     * Returns the latest time.
     *
     * @return the time, or null when no frame had one
     */
    public @Nullable Instant lastTime() {
        return span.last();
    }

    /**
     * Returns the first frame.
     *
     * @return its number; {@link Long#MAX_VALUE} when there is none
     */
    public long firstFrame() {
        return frames.first();
    }

    /**
     * Returns the first frames.
     *
     * @return their numbers, ascending, {@value FirstFrames#MOST} at most
     */
    public List<Long> frames() {
        return frames.list();
    }

    /**
     * Returns what was seen.
     *
     * @return all of it as a value
     */
    public Seen seen() {
        return new Seen(count, frames.list(), span.first(), span.last());
    }
}
