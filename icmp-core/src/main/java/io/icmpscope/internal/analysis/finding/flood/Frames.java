package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import java.util.Collection;
import java.util.List;

/** First frames from several places. */
final class Frames {

    private Frames() {}

    /** The first frames of a burst of errors, and, when they are few and the errors began with it, the first errors. */
    static List<Long> of(Burst burst, Told told) {
        boolean near = told.firstTime() != null && burst.isNear(told.firstTime());
        return near ? joined(List.of(burst.frames.list(), told.frames())) : burst.frames.list();
    }

    static List<Long> joined(Collection<List<Long>> lists) {
        FirstFrames joined = new FirstFrames();
        lists.forEach(list -> list.forEach(joined::add));
        return joined.list();
    }
}
