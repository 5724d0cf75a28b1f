package io.icmpscope.internal.analysis.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that show something: what {@link Sightings} come to.
 *
 * @param count how many
 * @param frames the first of them, ascending
 * @param first when the first was seen, or null
 * @param last when the last was seen, or null
 */
public record Seen(
        long count,
        List<Long> frames,
        @Nullable Instant first,
        @Nullable Instant last) {

    /** No messages. */
    public static final Seen NOTHING = new Seen(0, List.of(), null, null);

    /** Keeps a copy of the list. */
    public Seen {
        frames = List.copyOf(frames);
    }

    /**
     * Adds up what was seen here and there.
     *
     * @param all what was seen
     * @return all together
     */
    public static Seen sum(Collection<Seen> all) {
        long count = 0;
        FirstFrames frames = new FirstFrames();
        Instant first = null;
        Instant last = null;
        for (Seen one : all) {
            count += one.count;
            one.frames.forEach(frames::add);
            if (one.first != null && (first == null || one.first.isBefore(first))) {
                first = one.first;
            }
            if (one.last != null && (last == null || one.last.isAfter(last))) {
                last = one.last;
            }
        }
        return new Seen(count, frames.list(), first, last);
    }

    /**
     * Returns how long it went on.
     *
     * @return seconds from the first to the last; 0 where there are no times
     */
    public double seconds() {
        return first == null || last == null ? 0 : Duration.between(first, last).toNanos() / 1e9;
    }
}
