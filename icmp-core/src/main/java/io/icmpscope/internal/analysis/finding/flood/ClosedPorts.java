package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.message.IpAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host said of its own ports: that no program listens there.
 *
 * @param host who said so
 * @param count how many errors
 * @param frames the frames of the first
 * @param firstTime the time of the first, or null
 * @param lastTime the time of the last, or null
 * @param ports about how many ports
 * @param fromDns how many of the datagrams came from port 53, as answers of name servers do
 * @param askers how many addresses the datagrams came from
 */
record ClosedPorts(
        IpAddress host,
        long count,
        List<Long> frames,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        long ports,
        long fromDns,
        long askers) {}
