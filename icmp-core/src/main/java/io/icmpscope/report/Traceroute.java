package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path that a host explored with probes of small time to live, as traceroute and mtr do.
 *
 * @param source who explored it
 * @param destination where it leads
 * @param protocol what the probes were
 * @param reached whether the destination itself answered
 * @param endReason why the path ends where it does
 * @param probesCaptured whether the probes themselves are in the capture; else the hops were inferred from what routers
 *     quoted, and nothing is known of probes that nobody answered
 * @param hops the hops by time to live; one that never answered has no responders
 * @param firstTime the time of the first probe or answer, or null
 * @param lastTime the time of the last probe or answer, or null
 * @param firstFrame the frame of the first probe or answer
 */
public record Traceroute(
        IpAddress source,
        IpAddress destination,
        Protocol protocol,
        boolean reached,
        EndReason endReason,
        boolean probesCaptured,
        List<TracerouteHop> hops,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        long firstFrame)
        implements Serializable {

    /** Keeps a copy of the list. */
    public Traceroute {
        hops = List.copyOf(hops);
    }

    /** What the probes were. */
    public enum Protocol {
        /** UDP to a port that nobody uses, traceroute's default. */
        UDP,
        /** Echo requests. */
        ICMP,
        /** Connection attempts. */
        TCP
    }

    /** Why a path ends. */
    public enum EndReason {
        /** The destination answered. */
        REACHED,
        /** Someone on the way said that the destination cannot be reached. */
        UNREACHABLE,
        /** The probes went round in a circle. */
        LOOP,
        /** The last probes were answered by nobody. */
        NO_ANSWER,
        /** The last captured probe was answered by a router: there were none of larger time to live. */
        STOPPED
    }
}
