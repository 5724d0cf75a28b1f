package io.icmpscope.internal.analysis.echo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one session by sequence number: a ring that grows while a request would push out a younger one than
 * {@link #MEMORY_NANOS}, so that its size follows the rate of the session and not its length.
 */
final class EchoProbes {

    /** How long a request can wait for its reply before its place may be taken. */
    static final long MEMORY_NANOS = 60_000_000_000L;

    private static final int LARGEST = 1 << 16; // one place for each sequence number

    private @Nullable EchoProbe[] ring = new EchoProbe[2];

    /** The newest request of a sequence number, or null. */
    @Nullable
    EchoProbe find(int sequenceNumber) {
        EchoProbe probe = ring[sequenceNumber & ring.length - 1];
        return probe != null && probe.sequenceNumber == sequenceNumber ? probe : null;
    }

    /** A place for a request of a sequence number that is sent at this time. */
    EchoProbe place(int sequenceNumber, long timeNanos) {
        EchoProbe holder = ring[sequenceNumber & ring.length - 1];
        while (holder != null
                && holder.sequenceNumber != sequenceNumber
                && timeNanos - holder.sentNanos < MEMORY_NANOS
                && ring.length < LARGEST) {
            grow();
            holder = ring[sequenceNumber & ring.length - 1];
        }
        if (holder == null) {
            holder = new EchoProbe();
            ring[sequenceNumber & ring.length - 1] = holder;
        }
        return holder;
    }

    private void grow() {
        @Nullable EchoProbe[] old = ring;
        ring = new EchoProbe[old.length * 2];
        for (EchoProbe probe : old) {
            if (probe != null) {
                ring[probe.sequenceNumber & ring.length - 1] = probe;
            }
        }
    }

    /** How many requests that were sent after a time still wait for an answer. */
    long waitingSince(long timeNanos) {
        return Arrays.stream(ring)
                .filter(probe -> probe != null && !probe.answered && !probe.refused && probe.sentNanos > timeNanos)
                .count();
    }
}
