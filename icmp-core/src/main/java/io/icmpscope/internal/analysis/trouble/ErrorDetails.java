package io.icmpscope.internal.analysis.trouble;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The errors of one key by port or identifier, as long as there are few of them: a hundred ports of a scanned host are one
 * line, not a hundred. Whether there were few does not depend on the order in which they came.
 */
final class ErrorDetails implements Serializable {

    /** More different ports or identifiers than this are counted as one. */
    static final int MOST = 10;

    /** Errors that are counted as one, and the smallest and largest number that they are about. */
    static final class Sum implements Serializable {

        final Sightings errors = new Sightings();
        final FirstFrames originals = new FirstFrames();
        int lowest = Integer.MAX_VALUE;
        int highest = PacketView.NONE;

        private void see(PacketView view, int detail) {
            errors.see(view);
            if (view.originalFrame() != PacketView.NONE) {
                originals.add(view.originalFrame());
            }
            lowest = Math.min(lowest, detail);
            highest = Math.max(highest, detail);
        }

        private void addAll(Sum other) {
            errors.addAll(other.errors);
            originals.addAll(other.originals);
            lowest = Math.min(lowest, other.lowest);
            highest = Math.max(highest, other.highest);
        }
    }

    private static final int ALL = Integer.MIN_VALUE; // instead of a port or identifier

    private final TreeMap<Integer, Sum> sums = new TreeMap<>();

    void see(PacketView view, int detail, boolean toldApart) {
        boolean one = !toldApart || sums.containsKey(ALL);
        sums.computeIfAbsent(one ? ALL : detail, fresh -> new Sum()).see(view, detail);
        joinWhenMany();
    }

    void merge(ErrorDetails other) {
        other.sums.forEach((detail, sum) ->
                sums.computeIfAbsent(detail, fresh -> new Sum()).addAll(sum));
        joinWhenMany();
    }

    private void joinWhenMany() {
        if (sums.size() > MOST || (sums.size() > 1 && sums.containsKey(ALL))) {
            Sum all = new Sum();
            sums.values().forEach(all::addAll);
            sums.clear();
            sums.put(ALL, all);
        }
    }

    int size() {
        return sums.size();
    }

    void forEach(Consumer<Sum> action) {
        sums.values().forEach(action);
    }
}
