package io.icmpscope.internal.analysis.echo;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.QueryKind;
import java.io.Serializable;
import java.util.List;

/**
 * The different times to live of one responder's replies to one ping.
 *
 * @param requester who asked
 * @param responder who was asked
 * @param identifier the identifier, 0 to 65,535
 * @param kind what was asked
 * @param seen each time to live once, in the order in which they came, 16 at most
 */
public record ReplyTtls(IpAddress requester, IpAddress responder, int identifier, QueryKind kind, List<Seen> seen) {

    /** Keeps a copy of the list. */
    public ReplyTtls {
        seen = List.copyOf(seen);
    }

    /**
     * A time to live when it was seen first.
     *
     * @param ttl 0 to 255
     * @param frame the frame
     * @param nanos its time in nanoseconds since 1970, or that of a frame without one
     */
    public record Seen(int ttl, long frame, long nanos) implements Serializable {}
}
