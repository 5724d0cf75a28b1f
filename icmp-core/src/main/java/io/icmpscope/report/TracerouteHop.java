package io.icmpscope.report;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The probes of one time to live, and who answered them.
 *
 * @param ttl time to live or hop limit of the probes, from 1
 * @param sent how many probes are in the capture, those left out that may still have been answered when it ended; where
 *     they were not captured, how many were answered
 * @param answered how many were answered
 * @param responders who answered, most answers first: several where packets take several ways, 16 at most
 */
public record TracerouteHop(int ttl, long sent, long answered, List<HopResponder> responders) implements Serializable {

    /** Keeps a copy of the list. */
    public TracerouteHop {
        responders = List.copyOf(responders);
    }

    /**
     * Returns the share of the probes that nobody answered.
     *
     * @return 0 to 100, or null when there are no probes
     */
    public @Nullable Double lossPercent() {
        return Percent.of(sent - answered, sent);
    }
}
