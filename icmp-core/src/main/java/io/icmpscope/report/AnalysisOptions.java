package io.icmpscope.report;

import java.time.Duration;

/**
 * What the caller may choose about an analysis. Immutable; start from {@link #defaults()} and change what matters.
 *
 * @param access how a regular file is read
 * @param maxPackets how many packet entries to list, 0 or more; the statistics always cover all messages
 * @param firstPacket how many ICMP messages to pass over before the first listed one, 0 or more
 * @param replyTimeout after how long an answer counts as late, and a request without one as lost rather than pending
 * @param maxSessions how many pings and other sessions of questions and answers are kept, at least 1
 * @param maxEntries how many keys each other table keeps (addresses, pairs, errors, paths and the like), at least 1
 * @param maxListed how many entries each list of the report holds at most, at least 1
 */
public record AnalysisOptions(
        Access access,
        int maxPackets,
        long firstPacket,
        Duration replyTimeout,
        int maxSessions,
        int maxEntries,
        int maxListed) {

    private static final AnalysisOptions DEFAULTS = new AnalysisOptions(
            Access.MAPPED,
            100,
            0,
            Duration.ofSeconds(4),
            HeapShare.of(240, 1_000_000),
            HeapShare.of(5_000, 50_000),
            HeapShare.of(50_000, 1_000));

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
        if (maxSessions < 1) {
            throw new IllegalArgumentException("maxSessions: " + maxSessions);
        }
        if (maxEntries < 1) {
            throw new IllegalArgumentException("maxEntries: " + maxEntries);
        }
        if (maxListed < 1) {
            throw new IllegalArgumentException("maxListed: " + maxListed);
        }
    }

    /**
     * Returns the defaults: mapped, 100 packets from the first, a reply timeout of 4 seconds; with a heap of 256 MiB and
     * more a million sessions, 50,000 entries a table and 1,000 a list, with less as many as fit into it.
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
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxSessions, maxEntries, maxListed);
    }

    /**
     * Returns these options with another number of listed packets.
     *
     * @param maxPackets 0 or more
     * @return the changed options
     */
    public AnalysisOptions withMaxPackets(int maxPackets) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxSessions, maxEntries, maxListed);
    }

    /**
     * Returns these options with another first listed packet.
     *
     * @param firstPacket how many messages to pass over, 0 or more
     * @return the changed options
     */
    public AnalysisOptions withFirstPacket(long firstPacket) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxSessions, maxEntries, maxListed);
    }

    /**
     * Returns these options with another reply timeout.
     *
     * @param replyTimeout a positive duration
     * @return the changed options
     */
    public AnalysisOptions withReplyTimeout(Duration replyTimeout) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxSessions, maxEntries, maxListed);
    }

    /**
     * Returns these options with another number of sessions.
     *
     * @param maxSessions at least 1
     * @return the changed options
     */
    public AnalysisOptions withMaxSessions(int maxSessions) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxSessions, maxEntries, maxListed);
    }

    /**
     * Returns these options with another length of the report's lists.
     *
     * @param maxListed at least 1
     * @return the changed options
     */
    public AnalysisOptions withMaxListed(int maxListed) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxSessions, maxEntries, maxListed);
    }

    /**
     * Returns these options with another size of the tables.
     *
     * @param maxEntries at least 1
     * @return the changed options
     */
    public AnalysisOptions withMaxEntries(int maxEntries) {
        return new AnalysisOptions(access, maxPackets, firstPacket, replyTimeout, maxSessions, maxEntries, maxListed);
    }
}
