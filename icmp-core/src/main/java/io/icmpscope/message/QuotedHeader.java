package io.icmpscope.message;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The IP header of a {@link QuotedDatagram}, as far as it was quoted. What was not quoted is null.
 *
 * <p>Everything is as quoted: some senders alter a length, an identification or a fragment offset before they quote it, and
 * an address translator leaves the checksum of a header that it changed.
 *
 * @param version 4 or 6, by the first four bits
 * @param trafficClass type of service or traffic class, 0 to 255
 * @param flowLabel the IPv6 flow label, 0 to 2^20 - 1; null in IPv4
 * @param totalLength the length of the whole original datagram in bytes; it never bounds the quote
 * @param identification the IPv4 identification, 0 to 65,535; null in IPv6
 * @param dontFragment the IPv4 flag of that name; null in IPv6
 * @param moreFragments whether further fragments follow; null in IPv6 without a fragment header
 * @param fragmentOffset in bytes, 0 to 65,528; null in IPv6 without a fragment header
 * @param ttl time to live or hop limit, 0 to 255
 * @param protocol IP protocol number of the transport, 0 to 255, behind extension headers and the Authentication Header;
 *     null when the quote ends before it
 * @param checksum the IPv4 header checksum, 0 to 65,535, not verified; null in IPv6
 * @param source the sender
 * @param destination the receiver
 * @see <a href="https://www.rfc-editor.org/rfc/rfc791#section-3.1">RFC 791, section 3.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8200#section-3">RFC 8200, section 3</a>
 */
public record QuotedHeader(
        int version,
        @Nullable Integer trafficClass,
        @Nullable Integer flowLabel,
        @Nullable Long totalLength,
        @Nullable Integer identification,
        @Nullable Boolean dontFragment,
        @Nullable Boolean moreFragments,
        @Nullable Integer fragmentOffset,
        @Nullable Integer ttl,
        @Nullable Integer protocol,
        @Nullable Integer checksum,
        @Nullable IpAddress source,
        @Nullable IpAddress destination)
        implements Serializable {}
