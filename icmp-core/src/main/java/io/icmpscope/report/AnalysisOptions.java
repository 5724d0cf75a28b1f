package io.icmpscope.report;

import java.time.Duration;

/**
 * What the caller may choose about an analysis. Immutable; start from {@link #defaults()} and change what matters.
 *
 * @param access how a regular file is read
 * @param maxPackets how many packet entries to list, 0 or more; the statistics always cover all messages
 * @param firstPacket how many ICMP messages to pass over before the first listed one, 0 or more
 * @param replyTimeout after how long an answer counts as late, and a request without one as lost rather than pending
 * @param maxEntries how many keys each table keeps (sessions, addresses, pairs) before it counts the rest as omitted,
 *     at least 1
 */
public record AnalysisOptions(Access access, int maxPackets, long firstPacket, Duration replyTimeout, int maxEntries) {

    private static final AnalysisOptions DEFAULTS =
            new AnalysisOptions(Access.MAPPED, 100, 0, Duration.ofSeconds(4), 1_000_000);

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
        if (maxEntries < 1) {
            throw new IllegalArgumentException("maxEntries: " + maxEntries);
        }
    }

    /**
     * Returns the defaults: mapped, 100 packets from the first, a reply timeout of 4 seconds, a million entries a table.
     *
     * @return the defaults
     */
    public static AnalysisOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Returns these options with another way to read files.
     *
     * @param access the way
     * @return the changed options
     */
    public AnalysisOptions withAccess(Access access) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxEntries);
    }

    /**
     * Returns these options with another number of listed packets.
     *
     * @param maxPackets 0 or more
     * @return the changed options
     */
    public AnalysisOptions withMaxPackets(int maxPackets) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxEntries);
    }

    /**
     * Returns these options with another first listed packet.
     *
     * @param firstPacket how many messages to pass over, 0 or more
     * @return the changed options
     */
    public AnalysisOptions withFirstPacket(long firstPacket) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxEntries);
    }

    /**
     * Returns these options with another reply timeout.
     *
     * @param replyTimeout a positive duration
     * @return the changed options
     */
    public AnalysisOptions withReplyTimeout(Duration replyTimeout) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxEntries);
    }

    /**
     * Returns these options with another size of the tables.
     *
     * @param maxEntries at least 1
     * @return the changed options
     */
    public AnalysisOptions withMaxEntries(int maxEntries) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxEntries);
    }
}
