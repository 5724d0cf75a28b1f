package io.icmpscope.report;

import java.io.Serializable;

/**
 * How much an analysis keeps. What a table keeps when there is more than that does not depend on the order of the packets,
 * and the report names the limits that were reached.
 *
 * @param sessions pings and other sessions of questions and answers, about 210 bytes of heap each; one of which there is more
 *     to tell, as of errors, duplicates, or replies that nobody asked for, counts as two or more
 * @param requests requests that are remembered at the same time, to recognise their answers; about 130 bytes each
 * @param detailed sessions with percentiles, jitter, bursts of loss, sizes and times to live; about 5 KiB each
 * @param entries keys of each other table: addresses, pairs, errors, paths and the like; all tables together about 5 KiB an
 *     entry, of which 3 KiB serve findings alone
 * @param listed entries of each list of the report
 */
public record Limits(int sessions, int requests, int detailed, int entries, int listed) implements Serializable {

    private static final int LEAST = 100; // whatever the heap

    private static final Limits DEFAULTS = new Limits(
            share(255, 1_000_000),
            share(2_000, 1_000_000),
            share(80_000, 10_000),
            share(80_000, 250_000),
            share(100_000, 1_000));

    /**
     * Sets the limits.
     *
     * @throws IllegalArgumentException when one is below 1; it says which
     */
    public Limits {
        checkLimit("sessions", sessions);
        checkLimit("requests", requests);
        checkLimit("detailed", detailed);
        checkLimit("entries", entries);
        checkLimit("listed", listed);
    }

    private static void checkLimit(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value);
        }
    }

    /**
     * Returns the defaults: a million sessions, 10,000 of them in detail, a million remembered requests, 250,000 entries a
     * table and 1,000 a list; less where the heap of this JVM has no room for that.
     *
     * @return the defaults
     */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /**
     * What the heap has room for, when each of them takes its share: sessions three quarters, because each asks for nothing
     * more, requests and details a sixteenth each, and the other tables, of which there are some thirty, together another one.
     * What is left are 12 MiB that any analysis needs, and what a collector of garbage needs to do its work.
     */
    private static int share(int bytesOfHeapEach, int most) {
        long room = (Runtime.getRuntime().maxMemory() - (12L << 20)) / bytesOfHeapEach;
        return (int) Math.max(LEAST, Math.min(most, room));
    }

    /**
     * Returns about how much heap an analysis takes that comes to all of its limits.
     *
     * @return bytes
     */
    public long heapBytes() {
        return sessions * 210L + requests * 130L + detailed * 5_120L + entries * 5_120L;
    }

    /**
     * Returns these limits for one of several analyses that run at the same time and share the heap.
     *
     * @param analyses how many, at least 1
     * @return a share of each limit but the length of lists; at least 100, or what it was
     * @throws IllegalArgumentException when there are fewer than 1
     */
    public Limits dividedBy(int analyses) {
        if (analyses < 1) {
            throw new IllegalArgumentException("analyses: " + analyses);
        }
        return new Limits(
                part(sessions, analyses),
                part(requests, analyses),
                part(detailed, analyses),
                part(entries, analyses),
                listed);
    }

    private static int part(int limit, int analyses) {
        return Math.max(Math.min(limit, LEAST), limit / analyses);
    }

    /**
     * Returns these limits with another number of sessions.
     *
     * @param count at least 1
     * @return the changed limits
     * @throws IllegalArgumentException when it is below 1
     */
    public Limits withSessions(int count) {
        return new Limits(count, requests, detailed, entries, listed);
    }

    /**
     * Returns these limits with another number of remembered requests.
     *
     * @param count at least 1
     * @return the changed limits
     * @throws IllegalArgumentException when it is below 1
     */
    public Limits withRequests(int count) {
        return new Limits(sessions, count, detailed, entries, listed);
    }

    /**
     * Returns these limits with another number of detailed sessions.
     *
     * @param count at least 1
     * @return the changed limits
     * @throws IllegalArgumentException when it is below 1
     */
    public Limits withDetailed(int count) {
        return new Limits(sessions, requests, count, entries, listed);
    }

    /**
     * Returns these limits with another size of the other tables.
     *
     * @param count at least 1
     * @return the changed limits
     * @throws IllegalArgumentException when it is below 1
     */
    public Limits withEntries(int count) {
        return new Limits(sessions, requests, detailed, count, listed);
    }

    /**
     * Returns these limits with another length of lists.
     *
     * @param count at least 1
     * @return the changed limits
     * @throws IllegalArgumentException when it is below 1
     */
    public Limits withListed(int count) {
        return new Limits(sessions, requests, detailed, entries, count);
    }
}
