package io.icmpscope;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.CaptureTotals;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * When the frames of a stretch were captured. A timeline takes of the frames that come next in each capture the earliest; so
 * all frames of some captures come before those of others, when none of theirs is later than the first one of each of the
 * others.
 *
 * @param stretch the stretch
 * @param first the capture whose first frame comes first
 * @param last the capture whose first frame comes last
 * @param latestNanos the latest time of a frame, or {@link Frame#NO_TIME}
 */
record StretchInTime(CaptureStretch stretch, CaptureTotals first, CaptureTotals last, long latestNanos)
        implements Serializable, Comparable<StretchInTime> {

    private static final Comparator<StretchInTime> IN_ORDER =
            Comparator.comparing(StretchInTime::first, CaptureTotals.CANONICAL);

    static StretchInTime of(CaptureStretch stretch) {
        List<CaptureTotals> captures = stretch.captures();
        return new StretchInTime(
                stretch,
                Collections.min(captures, CaptureTotals.CANONICAL),
                Collections.max(captures, CaptureTotals.CANONICAL),
                captures.stream().mapToLong(StretchInTime::latestNanos).max().orElse(Frame.NO_TIME));
    }

    private static long latestNanos(CaptureTotals capture) {
        return Math.max(capture.firstFrameNanos(), capture.lastTimeNanos());
    }

    List<CaptureTotals> captures() {
        return stretch.captures();
    }

    /** The captures of those stretches, given in order, that are not one behind the other. */
    static List<List<String>> overlapping(List<StretchInTime> inOrder) {
        List<List<String>> groups = new ArrayList<>();
        List<StretchInTime> group = new ArrayList<>();
        for (StretchInTime next : inOrder) {
            if (group.stream().allMatch(one -> one.endsBefore(next))) {
                note(group, groups);
                group.clear();
            }
            group.add(next);
        }
        note(group, groups);
        return List.copyOf(groups);
    }

    private static void note(List<StretchInTime> group, List<List<String>> groups) {
        if (group.size() > 1) {
            groups.add(
                    group.stream().flatMap(one -> one.stretch.names().stream()).toList());
        }
    }

    /** Whether all its frames come before those of one whose first frame is not before its own. */
    private boolean endsBefore(StretchInTime next) {
        if (first.isEmpty() || next.first.isEmpty()) {
            return true;
        }
        long begin = next.first.firstFrameNanos();
        return latestNanos < begin || (latestNanos == begin && CaptureTotals.CANONICAL.compare(last, next.first) < 0);
    }

    @Override
    public int compareTo(StretchInTime other) {
        return IN_ORDER.compare(this, other);
    }
}
