package io.icmpscope.internal.analysis.echo;

import io.icmpscope.message.IpAddress;
import java.util.List;

/**
 * When a ping asked: exactly for its busy seconds, otherwise as well as the begin and the end tell.
 *
 * @param responder whom it asked
 * @param firstSecond the second of its first message, since 1970
 * @param lastSecond the second of its last request
 * @param lastRequests its requests of that second; fewer when the clock was set back meanwhile
 * @param requests all its requests, those too that were sent or captured once more
 * @param bytesEach the mean length on the wire of the requests of its last second
 * @param busy its busy seconds, the first {@value #MOST_BUSY} of them; a clock that goes back can repeat one
 */
public record Pace(
        IpAddress responder,
        long firstSecond,
        long lastSecond,
        long lastRequests,
        long requests,
        long bytesEach,
        List<Busy> busy) {

    /** How many busy seconds are kept of a ping at most. */
    public static final int MOST_BUSY = 1_024;

    /** Keeps a copy of the list. */
    public Pace {
        busy = List.copyOf(busy);
    }

    /**
     * A second with so many requests that it is told alone.
     *
     * @param second seconds since 1970
     * @param requests how many
     * @param bytes their bytes on the wire
     * @param frame the frame of one of them
     */
    public record Busy(long second, long requests, long bytes, long frame) {}
}
