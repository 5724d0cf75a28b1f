package io.icmpscope.internal.analysis.collect;

import java.io.Serializable;

/** In which seconds times lie: most in that of the time before, so that nothing has to be divided. For one thread. */
public final class Seconds implements Serializable {

    private static final long NANOS = 1_000_000_000L;

    private long second; // the latest one, and when it began
    private long secondNanos;

    /** Makes one that was not asked yet. */
    public Seconds() {}

    /**
     * Tells in which second a time lies.
     *
     * @param nanos nanoseconds since 1970
     * @return the second since 1970
     */
    public long of(long nanos) {
        if (nanos < secondNanos || Long.compareUnsigned(nanos - secondNanos, NANOS) >= 0) {
            second = Math.floorDiv(nanos, NANOS);
            secondNanos = second * NANOS;
        }
        return second;
    }
}
