package io.icmpscope.report;

import org.jspecify.annotations.Nullable;

/**
 * All pings of a capture.
 *
 * @param sent requests, each sequence number of a session once per use
 * @param received requests that were answered
 * @param pending requests whose time to be answered was not over when the capture ended
 * @param sessions the pings: most requests first, then by first frame
 */
public record EchoReport(long sent, long received, long pending, Listing<EchoSession> sessions) {

    /**
     * Returns how many requests stayed without an answer for longer than the reply timeout.
     *
     * @return sent, less received, less pending
     */
    public long lost() {
        return sent - received - pending;
    }

    /**
     * Returns the lost share of the requests whose fate is known.
     *
     * @return 0 to 100, or null when no request's fate is known
     */
    public @Nullable Double lossPercent() {
        return Percent.of(lost(), sent - pending);
    }
}
