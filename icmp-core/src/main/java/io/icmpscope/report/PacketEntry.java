package io.icmpscope.report;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ICMP message of a capture.
 *
 * <p>Addresses and time to live are those of the IP header that carries the message, the innermost one, never those of a
 * tunnel around it.
 *
 * @param packetNumber its position among the ICMP messages, from 1
 * @param frameNumber the position of its frame in the file, of several captures in the timeline, from 1
 * @param file which of several captures it is from, as given; null when there is only one
 * @param frameInFile the position of its frame in its own file, from 1; of one capture the {@code frameNumber}
 * @param time when it was captured, or null when the capture has no time for it
 * @param source who sent it
 * @param destination whom it was sent to
 * @param ttl time to live or hop limit, 0 to 255
 * @param capturedBytes the length of the frame as captured
 * @param wireBytes the length of the frame as it was on the wire
 * @param icmpVersion 4 for a message of ICMP, 6 for one of ICMPv6; it can differ from the version of the IP header
 * @param icmpType 0 to 255
 * @param icmpCode 0 to 255, or null when it was not captured
 * @param identifier the identifier of a query or its reply, 0 to 65,535; null when the type has none
 * @param sequenceNumber its sequence number, 0 to 65,535, of an extended echo 0 to 255; null when the type has none
 * @param checksum as captured, 0 to 65,535, or null when it was not captured
 * @param checksumStatus whether the checksum holds
 * @param path the headers before the message, outermost first, such as {@code ["ethernet", "vlan 5", "ipv4"]}
 * @param rtt on a reply, the time since the latest captured request that it answers; else null
 * @param requestFrame on a reply, the frame of that request; else null
 * @param replyFrame on a request, the frame of the first reply; null when there is none and in lazy iteration
 * @param message what the message says
 * @param fragments the frames that it was joined from when it came in fragments, this frame among them; else empty. At
 *     most 64 are named
 * @param problems what is malformed in the packet
 */
public record PacketEntry(
        long packetNumber,
        long frameNumber,
        @Nullable String file,
        long frameInFile,
        @Nullable Instant time,
        IpAddress source,
        IpAddress destination,
        int ttl,
        int capturedBytes,
        long wireBytes,
        int icmpVersion,
        int icmpType,
        @Nullable Integer icmpCode,
        @Nullable Integer identifier,
        @Nullable Integer sequenceNumber,
        @Nullable Integer checksum,
        ChecksumStatus checksumStatus,
        List<String> path,
        @Nullable Duration rtt,
        @Nullable Long requestFrame,
        @Nullable Long replyFrame,
        IcmpMessage message,
        List<Long> fragments,
        List<Problem> problems)
        implements Serializable {

    /** Keeps copies of the lists. */
    public PacketEntry {
        path = List.copyOf(path);
        fragments = List.copyOf(fragments);
        problems = List.copyOf(problems);
    }

    /**
     * Returns the version of the IP header that carries the message.
     *
     * @return 4 or 6
     */
    public int ipVersion() {
        return source.version();
    }

    /**
     * Returns this entry with the frame of the first reply to it.
     *
     * @param frame the reply's frame number
     * @return the changed entry
     */
    public PacketEntry withReplyFrame(long frame) {
        return new PacketEntry(
                packetNumber,
                frameNumber,
                file,
                frameInFile,
                time,
                source,
                destination,
                ttl,
                capturedBytes,
                wireBytes,
                icmpVersion,
                icmpType,
                icmpCode,
                identifier,
                sequenceNumber,
                checksum,
                checksumStatus,
                path,
                rtt,
                requestFrame,
                frame,
                message,
                fragments,
                problems);
    }
}
