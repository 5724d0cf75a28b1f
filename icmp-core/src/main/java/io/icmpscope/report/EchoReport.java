package io.icmpscope.report;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * All pings of a capture, and the other questions that hosts ask each other by ICMP. Probes of traceroutes are no pings.
 *
 * @param sent echo requests, each sequence number of a session once per use
 * @param received echo requests that were answered
 * @param pending echo requests whose time to be answered was not over when the capture ended
 * @param sessions the pings: most lost requests first, then most sent, then by first frame
 * @param queries sessions of other kinds than echo, in the same order
 */
public record EchoReport(
        long sent, long received, long pending, Listing<EchoSession> sessions, Listing<EchoSession> queries)
        implements Serializable {

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
