package io.icmpscope.internal.packet;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the frames whose link type is not decoded. Nothing is allocated for a frame like the one before. */
final class UnsupportedFrames {

    private final Map<Integer, SortedMap<Integer, Long>> counts = new HashMap<>(); // by capture, by link type
    private int capture; // of the latest frames, which are not in the table yet, as is the next
    private int linkType;
    private long latest;

    void see(int capture, int linkType) {
        if (linkType != this.linkType || capture != this.capture) {
            enter();
            this.capture = capture;
            this.linkType = linkType;
        }
        latest++;
    }

    /** Counts those that were counted apart. */
    void add(UnsupportedFrames others) {
        others.enter();
        others.counts.forEach((of, some) -> {
            SortedMap<Integer, Long> all = counts.computeIfAbsent(of, first -> new TreeMap<>());
            some.forEach((type, count) -> all.merge(type, count, Long::sum));
        });
    }

    private void enter() {
        if (latest > 0) {
            counts.computeIfAbsent(capture, first -> new TreeMap<>()).merge(linkType, latest, Long::sum);
            latest = 0;
        }
    }

    /** The frames of a capture so far, by LINKTYPE number. */
    SortedMap<Integer, Long> of(int capture) {
        enter();
        return Collections.unmodifiableSortedMap(counts.getOrDefault(capture, Collections.emptySortedMap()));
    }
}
