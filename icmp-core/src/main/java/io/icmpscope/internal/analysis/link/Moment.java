package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.capture.Frame;
import java.io.Serializable;

/**
 * When a message about the link was seen.
 *
 * @param nanos its time, or {@link Frame#NO_TIME}
 * @param position its position among the messages of neighbour discovery, which stands in for a time where there is none
 */
record Moment(long nanos, long position) implements Serializable {

    /** How many messages later still counts as soon after, without times. */
    private static final int SOON = 16;

    /** Says whether this comes less than so many nanoseconds after an earlier moment. */
    boolean isWithin(long limit, Moment earlier) {
        if (nanos == Frame.NO_TIME || earlier.nanos == Frame.NO_TIME) {
            return position - earlier.position <= SOON;
        }
        long age = nanos - earlier.nanos;
        return age >= 0 && age < limit;
    }

    /** Says whether both have a time and this comes at least so many nanoseconds later. */
    boolean isKnownAfter(long limit, Moment earlier) {
        return nanos != Frame.NO_TIME && earlier.nanos != Frame.NO_TIME && nanos - earlier.nanos >= limit;
    }
}
