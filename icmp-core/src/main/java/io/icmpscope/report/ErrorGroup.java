package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ICMP errors of one reporter and kind about one flow.
 *
 * @param reporter who sent the errors
 * @param icmpVersion 4 for ICMP, 6 for ICMPv6
 * @param icmpType 0 to 255
 * @param icmpCode 0 to 255, or null when it was not captured
 * @param original what they are about
 * @param count how many errors
 * @param firstTime the time of the first, or null
 * @param lastTime the time of the last, or null
 * @param frames the frames of the first ones, 10 at most
 * @param originalFrames the frames of originals that were captured themselves, 10 at most: echo requests, and probes of
 *     small time to live
 */
public record ErrorGroup(
        IpAddress reporter,
        int icmpVersion,
        int icmpType,
        @Nullable Integer icmpCode,
        Flow original,
        long count,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        List<Long> frames,
        List<Long> originalFrames) {

    /** Keeps copies of the lists. */
    public ErrorGroup {
        frames = List.copyOf(frames);
        originalFrames = List.copyOf(originalFrames);
    }

    /**
     * What quoted datagrams share. What was not quoted is null.
     *
     * @param source who sent them
     * @param destination whom they were for
     * @param protocol IP protocol number, 0 to 255
     * @param destinationPort the port of TCP, UDP, SCTP or DCCP, 0 to 65,535
     * @param identifier the identifier of an ICMP query, 0 to 65,535
     */
    public record Flow(
            @Nullable IpAddress source,
            @Nullable IpAddress destination,
            @Nullable Integer protocol,
            @Nullable Integer destinationPort,
            @Nullable Integer identifier) {}
}
