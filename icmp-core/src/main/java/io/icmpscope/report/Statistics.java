package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts over all ICMP messages of a capture, the unlisted ones included.
 *
 * <p>Lists of addresses are ordered by count, then by address; those of types by version, type and code.
 *
 * @param byType messages by IP version, type and code
 * @param sources who sent ICMP messages
 * @param destinations whom they were sent to
 * @param talkers both together, most messages first
 * @param pairs messages by source and destination
 * @param echoPairs echo requests and replies by identifier, whoever sent them
 * @param unreachable hosts that could not be reached: the destinations of the datagrams that errors quote. A host without
 *     the asked port or protocol was reached, and so was one behind a smaller path MTU
 * @param unreachableReceivers hosts that were told so
 * @param rate when they came, or null when no frame with a message has a time
 * @param sizes how long their frames were on the wire, in bytes: ranges from one power of two to the next
 * @param ttls their time to live or hop limit as captured: 0, 1 and the values that systems begin with (32, 64, 128, 255)
 *     alone, the 15 below each of these together, and what lies between
 */
public record Statistics(
        List<TypeCount> byType,
        Listing<AddressCount> sources,
        Listing<AddressCount> destinations,
        Listing<Talker> talkers,
        Listing<PairCount> pairs,
        Listing<EchoPair> echoPairs,
        Listing<AddressCount> unreachable,
        Listing<AddressCount> unreachableReceivers,
        @Nullable Rate rate,
        List<RangeCount> sizes,
        List<RangeCount> ttls)
        implements Serializable {

    /** Keeps copies of the lists. */
    public Statistics {
        byType = List.copyOf(byType);
        sizes = List.copyOf(sizes);
        ttls = List.copyOf(ttls);
    }

    /**
     * Messages of one type and code.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param icmpType 0 to 255
     * @param icmpCode 0 to 255, or null when it was not captured
     * @param count how many
     * @param bytes the captured bytes of their frames
     */
    public record TypeCount(
            int icmpVersion, int icmpType, @Nullable Integer icmpCode, long count, long bytes)
            implements Serializable {}

    /**
     * An address and how many messages concern it.
     *
     * @param address the address
     * @param count how many messages
     */
    public record AddressCount(IpAddress address, long count) implements Serializable {}

    /**
     * A host that sent or received ICMP messages.
     *
     * @param address the host
     * @param sent messages it sent
     * @param received messages sent to it
     * @param bytes the captured bytes of the frames of both
     */
    public record Talker(IpAddress address, long sent, long received, long bytes) implements Serializable {}

    /**
     * Messages from one host to another.
     *
     * @param source the sender
     * @param destination the receiver
     * @param count how many messages
     * @param bytes the captured bytes of their frames
     */
    public record PairCount(IpAddress source, IpAddress destination, long count, long bytes) implements Serializable {}

    /**
     * Echo messages of one identifier.
     *
     * @param identifier 0 to 65,535
     * @param requests how many requests carry it
     * @param replies how many replies carry it
     */
    public record EchoPair(int identifier, long requests, long replies) implements Serializable {}

    /**
     * Messages of which a figure lies in a range. Ranges without messages are left out.
     *
     * @param from the smallest figure of the range
     * @param to the largest figure of the range
     * @param count how many messages, at least 1
     */
    public record RangeCount(long from, long to, long count) implements Serializable {}
}
