package io.icmpscope.internal.analysis.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
        return new Seen(
                all.stream().mapToLong(Seen::count).sum(),
                FirstFrames.of(all.stream().map(Seen::frames).toList()),
                times(all, Seen::first).min(Instant::compareTo).orElse(null),
                times(all, Seen::last).max(Instant::compareTo).orElse(null));
    }

    /**
     * Returns how long it went on.
     *
     * @return seconds from the first to the last; 0 where there are no times
     */
    public double seconds() {
        return first == null || last == null ? 0 : Duration.between(first, last).toNanos() / 1e9;
    }

    private static Stream<Instant> times(Collection<Seen> all, Function<Seen, @Nullable Instant> time) {
        return all.stream().map(time).flatMap(Stream::ofNullable);
    }
}
