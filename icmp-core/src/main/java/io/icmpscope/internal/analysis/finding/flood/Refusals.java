package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.message.IpAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Errors that end TCP connections between two addresses, if the one that they were sent to believes them.
 *
 * @param host who sent the quoted segments, if the quotes are to be believed
 * @param farEnd whom they were for
 * @param count how many errors
 * @param frames the frames of the first
 * @param firstTime the time of the first, or null
 * @param lastTime the time of the last, or null
 * @param ofProtocol how many say that the far end has no TCP at all
 * @param connections about how many pairs of ports they are
 * @param ports from how many ports the segments came
 * @param farPorts to how many ports they went
 * @param sequences how many different sequence numbers they had
 */
record Refusals(
        IpAddress host,
        IpAddress farEnd,
        long count,
        List<Long> frames,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        long ofProtocol,
        long connections,
        long ports,
        long farPorts,
        long sequences) {}
