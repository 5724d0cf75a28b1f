package io.icmpscope.internal.analysis.finding;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;
import java.util.List;

/**
 * Echo requests that went in a circle, or expired though they had left with more hops than any path has.
 *
 * @param flow the requests
 * @param returned packets that came by again and again with fewer and fewer hops left
 * @param returns how often one of them came by again, at most
 * @param expired errors about requests that were captured with more than 32 hops left
 * @param reporters who sent these errors, by address, 16 at most
 */
public record Circling(EchoFlow flow, Seen returned, int returns, Seen expired, List<IpAddress> reporters) {

    /** Keeps a copy of the list. */
    public Circling {
        reporters = List.copyOf(reporters);
    }
}
