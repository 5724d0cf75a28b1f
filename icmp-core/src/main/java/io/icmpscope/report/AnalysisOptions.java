package io.icmpscope.report;

import java.time.Duration;

/**
 * What the caller may choose about an analysis. Immutable; start from {@link #defaults()} and change what matters.
 *
 * @param access how a regular file is read
 * @param maxPackets how many packet entries to list, 0 or more; the statistics always cover all messages
 * @param firstPacket how many ICMP messages to pass over before the first listed one, 0 or more
 * @param replyTimeout after how long an answer counts as late, and a request without one as lost rather than pending
 * @param limits how much is kept
 */
public record AnalysisOptions(Access access, int maxPackets, long firstPacket, Duration replyTimeout, Limits limits) {

    private static final AnalysisOptions DEFAULTS =
            new AnalysisOptions(Access.MAPPED, 100, 0, Duration.ofSeconds(4), Limits.defaults());

    /** Refuses negative counts and a timeout that is not positive. */
    public AnalysisOptions {
        if (maxPackets < 0) {
            throw new IllegalArgumentException("maxPackets: " + maxPackets);
        }
        if (firstPacket < 0) {
            throw new IllegalArgumentException("firstPacket: " + firstPacket);
        }
        if (replyTimeout.isNegative() || replyTimeout.isZero()) {
            throw new IllegalArgumentException("replyTimeout: " + replyTimeout);
        }
    }

    /**
     * Returns the defaults: mapped, 100 packets from the first, a reply timeout of 4 seconds, the
     * {@linkplain Limits#defaults() default limits}.
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
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, limits);
    }

    /**
     * Returns these options with another number of listed packets.
     *
     * @param maxPackets 0 or more
     * @return the changed options
     */
    public AnalysisOptions withMaxPackets(int maxPackets) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, limits);
    }

    /**
     * Returns these options with another first listed packet.
     *
     * @param firstPacket how many messages to pass over, 0 or more
     * @return the changed options
     */
    public AnalysisOptions withFirstPacket(long firstPacket) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, limits);
    }

    /**
     * Returns these options with another reply timeout.
     *
     * @param replyTimeout a positive duration
     * @return the changed options
     */
    public AnalysisOptions withReplyTimeout(Duration replyTimeout) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, limits);
    }

    /**
     * Returns these options with other limits.
     *
     * @param limits how much is kept
     * @return the changed options
     */
    public AnalysisOptions withLimits(Limits limits) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, limits);
    }
}
