package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * The beginning of the datagram that an ICMP error is about.
 *
 * <p>A quote may end anywhere, in the middle of a header too: what was not quoted is null. The lengths in it are those
 * of the original datagram, which was usually longer.
 *
 * @param quotedBytes how many bytes of the original were quoted and captured
 * @param ipVersion 4 or 6 by the first four bits; null when nothing recognisable was quoted
 * @param source the sender of the original
 * @param destination its destination: the address that could not be reached, or that is redirected
 * @param ttl time to live or hop limit as it was when quoted, usually 0 or 1 in a Time Exceeded
 * @param totalLength the length of the whole original datagram in bytes, from its IP header
 * @param identification the IPv4 identification
 * @param fragmentOffset the fragment offset in bytes; when not 0 the quote has no transport header
 * @param protocol IP protocol number of the transport, behind IPv6 extension headers
 * @param sourcePort source port of TCP, UDP, SCTP or DCCP
 * @param destinationPort destination port of TCP, UDP, SCTP or DCCP
 * @param icmpType type of a quoted ICMP message
 * @param icmpCode its code
 * @param icmpIdentifier its identifier, when the type has one
 * @param icmpSequenceNumber its sequence number, when the type has one
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1812#section-4.3.2.3">RFC 1812, section 4.3.2.3</a>
 */
public record QuotedDatagram(
        int quotedBytes,
        @Nullable Integer ipVersion,
        @Nullable IpAddress source,
        @Nullable IpAddress destination,
        @Nullable Integer ttl,
        @Nullable Long totalLength,
        @Nullable Integer identification,
        @Nullable Integer fragmentOffset,
        @Nullable Integer protocol,
        @Nullable Integer sourcePort,
        @Nullable Integer destinationPort,
        @Nullable Integer icmpType,
        @Nullable Integer icmpCode,
        @Nullable Integer icmpIdentifier,
        @Nullable Integer icmpSequenceNumber) {}
