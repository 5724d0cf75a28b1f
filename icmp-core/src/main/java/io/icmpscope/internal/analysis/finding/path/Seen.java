package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a finding rests on.
 *
 * @param count how many messages
 * @param frames the frames of the first ones, ascending
 * @param first the time of the first, or null
 * @param last the time of the last, or null
 */
record Seen(
        long count,
        List<Long> frames,
        @Nullable Instant first,
        @Nullable Instant last) {

    Seen {
        frames = List.copyOf(frames);
    }

    static Seen of(Sightings sightings) {
        return new Seen(sightings.count(), sightings.frames(), sightings.firstTime(), sightings.lastTime());
    }

    /** Puts it into a finding. */
    FindingBuilder into(FindingBuilder finding) {
        return finding.evidence(count, frames, first, last);
    }
}
