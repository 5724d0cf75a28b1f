package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** The busy seconds of an address. */
final class Burst {

    final IpAddress address;
    final FirstFrames frames = new FirstFrames(); // of each busy second the first
    private final TreeSet<Long> seconds = new TreeSet<>();
    private long messages;
    private long peak;
    private long peakBytes;

    Burst(IpAddress address) {
        this.address = address;
    }

    void add(long second, long count, long bytes, long frame) {
        frames.add(frame);
        add(second, count, bytes);
    }

    void add(long second, long count, long bytes) {
        seconds.add(second);
        messages += count;
        peak = Math.max(peak, count);
        peakBytes = Math.max(peakBytes, bytes);
    }

    /** Messages of all busy seconds. */
    long messages() {
        return messages;
    }

    /** Messages of the busiest second. */
    long peak() {
        return peak;
    }

    /** Bytes on the wire of the second that had most of them. */
    long peakBytes() {
        return peakBytes;
    }

    int busySeconds() {
        return seconds.size();
    }

    /** How many busy seconds followed each other at most. */
    int longestRun() {
        int longest = 0;
        int run = 0;
        Long before = null;
        for (Long second : seconds) {
            run = before != null && second == before + 1 ? run + 1 : 1;
            longest = Math.max(longest, run);
            before = second;
        }
        return longest;
    }

    /** Whether a second since 1970 is one of them. */
    boolean has(long second) {
        return seconds.contains(second);
    }

    private Instant begin() {
        return Instant.ofEpochSecond(seconds.first());
    }

    private Instant end() {
        return Instant.ofEpochSecond(seconds.last() + 1);
    }

    /** When it began, as well as seconds tell. */
    Instant begin(Merged merged) {
        Instant captured = merged.report().capture().firstTime();
        return captured != null && captured.isAfter(begin()) ? captured : begin();
    }

    /** When it was over, as well as seconds tell. */
    Instant end(Merged merged) {
        Instant captured = merged.report().capture().lastTime();
        return captured != null && captured.isBefore(end()) ? captured : end();
    }

    /** Its first frames, and, when they are few and the errors began with it, the first errors. */
    List<Long> firstFrames(Seen errors) {
        boolean near = errors.first() != null && isNear(errors.first());
        return near ? FirstFrames.of(List.of(frames.list(), errors.frames())) : frames.list();
    }

    /** Whether a time lies in it, or in the seconds around it that it filled in part. */
    boolean isNear(Instant time) {
        return !time.isBefore(begin().minusSeconds(1)) && time.isBefore(end().plusSeconds(1));
    }
}
