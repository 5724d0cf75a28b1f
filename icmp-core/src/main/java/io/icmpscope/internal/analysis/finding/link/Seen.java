package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Messages that show something.
 *
 * @param count how many
 * @param frames the first of them, ascending
 * @param first when the first came, or null
 * @param last when the last came, or null
 */
record Seen(
        long count,
        List<Long> frames,
        @Nullable Instant first,
        @Nullable Instant last) {

    static final Seen NOTHING = new Seen(0, List.of(), null, null);

    Seen {
        frames = List.copyOf(frames);
    }

    /** Counts messages one by one. */
    static final class Counter {
        private final FirstFrames frames = new FirstFrames();
        private final TimeSpan times = new TimeSpan();
        private long count;

        void note(LinkMessage message) {
            count++;
            frames.add(message.frame());
            times.note(message.nanos());
        }

        long count() {
            return count;
        }

        Seen seen() {
            return new Seen(count, frames.list(), times.first(), times.last());
        }
    }

    /** Adds up what was seen here and there. */
    static Seen sum(Collection<Seen> all) {
        TreeSet<Long> frames = new TreeSet<>();
        List<Instant> times = new ArrayList<>();
        long count = 0;
        for (Seen one : all) {
            count += one.count;
            frames.addAll(one.frames);
            addTo(times, one.first);
            addTo(times, one.last);
        }
        times.sort(null);
        return new Seen(
                count,
                frames.stream().limit(FirstFrames.MOST).toList(),
                times.isEmpty() ? null : times.get(0),
                times.isEmpty() ? null : times.get(times.size() - 1));
    }

    private static void addTo(List<Instant> times, @Nullable Instant time) {
        if (time != null) {
            times.add(time);
        }
    }
}
