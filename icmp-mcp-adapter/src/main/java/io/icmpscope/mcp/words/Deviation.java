package io.icmpscope.mcp.words;

import io.icmpscope.report.RttSummary;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far round trips lie apart: ping prints the deviation of the population, mtr that of the sample. */
public final class Deviation {

    private Deviation() {}

    /**
     * Gives the standard deviation of the sample.
     *
     * @param rtt the round trips
     * @return their deviation, or null when there is one only
     */
    public static @Nullable Duration ofSample(RttSummary rtt) {
        long n = rtt.count();
        return n < 2 ? null : Duration.ofNanos(Math.round(rtt.mdev().toNanos() * Math.sqrt((double) n / (n - 1))));
    }
}
