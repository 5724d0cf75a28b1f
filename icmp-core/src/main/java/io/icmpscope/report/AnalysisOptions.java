package io.icmpscope.report;

import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the caller may choose about an analysis. Immutable; start from {@link #defaults()} and change what matters.
 *
 * @param access how a regular file is read
 * @param maxPackets how many packet entries to list, 0 or more; the statistics always cover all messages
 * @param firstPacket how many ICMP messages to pass over before the first listed one, 0 or more
 * @param replyTimeout after how long an answer counts as late, and a request without one as lost rather than pending
 * @param limits how much is kept
 * @param findings whether to judge what was seen; without, the report has no findings and takes less time
 * @param thresholds the numbers that decide about findings, by the name of the {@link Threshold}, where they are not its
 *     standard
 * @param seriesPoints how many points each series over time has at most, 0 or more; with 0 the report has no series
 */
public record AnalysisOptions(
        Access access,
        int maxPackets,
        long firstPacket,
        Duration replyTimeout,
        Limits limits,
        boolean findings,
        Map<String, Double> thresholds,
        int seriesPoints)
        implements Serializable {

    private static final AnalysisOptions DEFAULTS = new AnalysisOptions(
            Access.MAPPED,
            100,
            0,
            Duration.ofSeconds(4),
            Limits.defaults(),
            /* findings= */ true,
            Map.of(),
            /* seriesPoints= */ 0);

    /**
     * Keeps a copy of the thresholds.
     *
     * @throws IllegalArgumentException when a count is negative, the timeout is not positive, or a threshold is negative or
     *     not finite
     * @throws NullPointerException when something is null; it says what
     */
    public AnalysisOptions {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(replyTimeout, "replyTimeout");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(thresholds, "thresholds");
        if (maxPackets < 0) {
            throw new IllegalArgumentException("maxPackets: " + maxPackets);
        }
        if (firstPacket < 0) {
            throw new IllegalArgumentException("firstPacket: " + firstPacket);
        }
        if (seriesPoints < 0) {
            throw new IllegalArgumentException("seriesPoints: " + seriesPoints);
        }
        if (replyTimeout.isNegative() || replyTimeout.isZero()) {
            throw new IllegalArgumentException("replyTimeout: " + replyTimeout);
        }
        thresholds.forEach((name, value) -> {
            Objects.requireNonNull(name, "name of a threshold");
            Objects.requireNonNull(value, name);
            if (!Double.isFinite(value) || value < 0) {
                throw new IllegalArgumentException(name + ": " + value);
            }
        });
        thresholds = Map.copyOf(thresholds);
    }

    /**
     * Returns the defaults: mapped, 100 packets from the first, a reply timeout of 4 seconds, the
     * {@linkplain Limits#defaults() default limits}, findings by the standard of each threshold, no series.
     *
     * @return the defaults
     */
    public static AnalysisOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Returns how many keys each table keeps.
     *
     * @return as {@link Limits#entries} says
     */
    public int maxEntries() {
        return limits.entries();
    }

    /**
     * Returns how many entries each list of the report holds.
     *
     * @return as {@link Limits#listed} says
     */
    public int maxListed() {
        return limits.listed();
    }

    /**
     * Returns these options with another way to read files.
     *
     * @param access the way
     * @return the changed options
     */
    public AnalysisOptions withAccess(Access access) {
        return new AnalysisOptions(
                access, maxPackets, firstPacket, replyTimeout, limits, findings, thresholds, seriesPoints);
    }

    /**
     * Returns these options with another number of listed packets.
     *
     * @param maxPackets 0 or more
     * @return the changed options
     * @throws IllegalArgumentException when it is negative
     */
    public AnalysisOptions withMaxPackets(int maxPackets) {
        return new AnalysisOptions(
                access, maxPackets, firstPacket, replyTimeout, limits, findings, thresholds, seriesPoints);
    }

    /**
     * Returns these options with another first listed packet.
     *
     * @param firstPacket how many messages to pass over, 0 or more
     * @return the changed options
     * @throws IllegalArgumentException when it is negative
     */
    public AnalysisOptions withFirstPacket(long firstPacket) {
        return new AnalysisOptions(
                access, maxPackets, firstPacket, replyTimeout, limits, findings, thresholds, seriesPoints);
    }

    /**
     * Returns these options with another reply timeout.
     *
     * @param replyTimeout a positive duration
     * @return the changed options
     * @throws IllegalArgumentException when it is not positive
     */
    public AnalysisOptions withReplyTimeout(Duration replyTimeout) {
        return new AnalysisOptions(
                access, maxPackets, firstPacket, replyTimeout, limits, findings, thresholds, seriesPoints);
    }

    /**
     * Returns these options with other limits.
     *
     * @param limits how much is kept
     * @return the changed options
     */
    public AnalysisOptions withLimits(Limits limits) {
        return new AnalysisOptions(
                access, maxPackets, firstPacket, replyTimeout, limits, findings, thresholds, seriesPoints);
    }

    /**
     * Returns these options with or without findings.
     *
     * @param findings whether to judge what was seen
     * @return the changed options
     */
    public AnalysisOptions withFindings(boolean findings) {
        return new AnalysisOptions(
                access, maxPackets, firstPacket, replyTimeout, limits, findings, thresholds, seriesPoints);
    }

    /**
     * Returns these options with another value of a threshold. What there are for thresholds, the kinds of findings tell.
     *
     * @param name the {@linkplain Threshold#name name} of a threshold; others are refused by whoever takes the options,
     *     before a capture is opened
     * @param value from which number on, in the unit of the threshold; finite, 0 or more
     * @return the changed options
     * @throws IllegalArgumentException when the value is negative or not finite
     */
    public AnalysisOptions withThreshold(String name, double value) {
        Map<String, Double> changed = new HashMap<>(thresholds);
        changed.put(name, value);
        return new AnalysisOptions(
                access, maxPackets, firstPacket, replyTimeout, limits, findings, changed, seriesPoints);
    }

    /**
     * Returns these options with series over time: {@link EchoSession#series()} and {@link Rate#types()}. The series of a
     * session takes 24 bytes for each point of round trips and 32 for each of losses, for every session that is kept
     * {@linkplain Limits#detailed() in detail}, which those limits do not count.
     *
     * @param points how many round trips, and how many losses, a session tells at most, 0 or more; 2,000 is more than a
     *     screen shows; 0 for no series at all
     * @return the changed options
     * @throws IllegalArgumentException when it is negative
     */
    public AnalysisOptions withSeries(int points) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, limits, findings, thresholds, points);
    }
}
