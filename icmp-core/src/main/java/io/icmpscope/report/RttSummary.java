package io.icmpscope.report;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Round-trip times as ping sums them up: over every answer, duplicates included.
 *
 * @param count how many round trips were measured, at least 1
 * @param min the shortest
 * @param avg the mean, rounded down to the nanosecond
 * @param max the longest
 * @param mdev the standard deviation of the population, as ping prints it
 * @param stddev the standard deviation of a sample, as tshark prints it; null for a single round trip
 * @param distribution how the round trips are spread; null where that was not kept
 */
public record RttSummary(
        long count,
        Duration min,
        Duration avg,
        Duration max,
        Duration mdev,
        @Nullable Duration stddev,
        @Nullable Distribution distribution)
        implements Serializable {

    /**
     * How round-trip times are spread. Up to 128 of them are told exactly; of more, each percentile is off by 0.4 % of itself
     * at most.
     *
     * @param median as many are shorter as are longer; of an even number the mean of the two in the middle
     * @param p90 nine in ten are not longer, by nearest rank
     * @param p95 19 in 20 are not longer
     * @param p99 99 in 100 are not longer
     * @param jitter how much one round trip differs from the one before, smoothed as RFC 3550 section 6.4.1 does it with
     *     transit times, in the order of the answers
     */
    public record Distribution(Duration median, Duration p90, Duration p95, Duration p99, Duration jitter)
            implements Serializable {}

    /**
     * Returns this summary with how the round trips are spread.
     *
     * @param known the distribution, or null
     * @return the changed summary
     */
    public RttSummary withDistribution(@Nullable Distribution known) {
        return new RttSummary(count, min, avg, max, mdev, stddev, known);
    }
}
