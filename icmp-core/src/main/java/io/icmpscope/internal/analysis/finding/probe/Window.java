package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.capture.Frame;
import java.util.Arrays;

/** How many of some times lie close together. */
final class Window {

    private static final double NANOS = 1e9;

    private Window() {}

    /**
     * The most of some times within a window, in any order; those of frames without a time are left out.
     */
    static int most(long[] nanos, double seconds) {
        long[] times = Arrays.stream(nanos)
                .filter(time -> time != Frame.NO_TIME)
                .sorted()
                .toArray();
        long width = (long) (seconds * NANOS);
        int most = 0;
        int from = 0;
        for (int to = 0; to < times.length; to++) {
            while (apart(times[from], times[to]) > width) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    private static long apart(long earlier, long later) {
        long nanos = later - earlier;
        return nanos < 0 ? Long.MAX_VALUE : nanos; // of the years that a damaged capture may claim
    }
}
