package io.icmpscope.internal.analysis.collect;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.EchoSession;
import org.jspecify.annotations.Nullable;

/** All pings that were kept, those among them that the report does not list. */
@FunctionalInterface
public interface EchoSessions {

    /**
     * Finds a ping.
     *
     * @param requester who asked
     * @param responder who was asked
     * @param identifier 0 to 65,535
     * @return the ping, or null when there was none or it was not kept
     */
    @Nullable
    EchoSession of(IpAddress requester, IpAddress responder, int identifier);
}
