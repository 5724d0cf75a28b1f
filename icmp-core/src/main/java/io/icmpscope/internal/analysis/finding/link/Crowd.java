package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.capture.Frame;
import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many different things there were at most within a time.
 *
 * @param <K> the things
 */
final class Crowd<K> implements Serializable {

    private final Map<K, Long> times = new LinkedHashMap<>(); // the latest time of each, oldest first
    private final long window;
    private final int capacity;
    private int most;

    /** Makes a crowd of nobody, within so many nanoseconds, which is counted up to a number. */
    Crowd(long window, int capacity) {
        this.window = window;
        this.capacity = capacity;
    }

    void note(K one, long nanos) {
        if (nanos == Frame.NO_TIME) {
            return;
        }
        times.remove(one);
        for (Iterator<Long> oldest = times.values().iterator(); oldest.hasNext(); ) {
            if (LinkMessage.isWithin(window, oldest.next(), nanos)) {
                break;
            }
            oldest.remove();
        }
        if (times.size() < capacity) {
            times.put(one, nanos);
        }
        most = Math.max(most, times.size());
    }

    boolean has(K one) {
        return times.containsKey(one);
    }

    void forget(K one) {
        times.remove(one);
    }

    /** How many there were at most, up to the capacity. */
    int most() {
        return most;
    }
}
