package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
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
        List<Long> originalFrames)
        implements Serializable {

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
     * @param sourcePort the port that they came from, when it is below 1024 and that of the destination is not: they are
     *     answers of its service. Else null, as in errors about answers of more than ten services
     * @param destinationPort the port of TCP, UDP, SCTP or DCCP, 0 to 65,535; null when the source port says more, and when
     *     there are several
     * @param destinationPorts the ports, when they are more than ten or those that a traceroute counts up; else null
     * @param identifier the identifier of an ICMP query, 0 to 65,535; null when there are more than ten
     */
    public record Flow(
            @Nullable IpAddress source,
            @Nullable IpAddress destination,
            @Nullable Integer protocol,
            @Nullable Integer sourcePort,
            @Nullable Integer destinationPort,
            @Nullable Ports destinationPorts,
            @Nullable Integer identifier)
            implements Serializable {}

    /**
     * Several ports.
     *
     * @param lowest the lowest, 0 to 65,535
     * @param highest the highest, 0 to 65,535
     */
    public record Ports(int lowest, int highest) implements Serializable {}
}
