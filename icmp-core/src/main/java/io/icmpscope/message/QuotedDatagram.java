package io.icmpscope.message;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of the datagram that an ICMP error is about.
 *
 * <p>A quote may end anywhere, in the middle of a header too: what was not quoted is null. The lengths in it are those
 * of the original datagram, which was usually longer.
 *
 * @param quotedBytes how many bytes of the original were quoted and captured
 * @param header the IP header, whose version can differ from that of the message; null when nothing recognisable was
 *     quoted
 * @param securityParametersIndex of an Authentication Header or of ESP, 0 to 2^32 - 1, RFC 4302 and RFC 4303
 * @param transport the header behind it; null when none of it was quoted, when its protocol is not read, and in a fragment
 *     that is not the first
 * @param nested what the original quoted, when it was an ICMP error itself; at most one level
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1812#section-4.3.2.3">RFC 1812, section 4.3.2.3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-2.4">RFC 4443, section 2.4</a>
 */
public record QuotedDatagram(
        int quotedBytes,
        @Nullable QuotedHeader header,
        @Nullable Long securityParametersIndex,
        @Nullable QuotedTransport transport,
        @Nullable QuotedDatagram nested)
        implements Serializable {

    /**
     * Returns the version of the quoted IP header.
     *
     * @return 4 or 6; null when nothing recognisable was quoted
     */
    public @Nullable Integer ipVersion() {
        return header == null ? null : header.version();
    }

    /**
     * Returns the sender of the original.
     *
     * @return its address, or null
     */
    public @Nullable IpAddress source() {
        return header == null ? null : header.source();
    }

    /**
     * Returns the destination of the original: the address that could not be reached, or that is redirected.
     *
     * @return its address, or null
     */
    public @Nullable IpAddress destination() {
        return header == null ? null : header.destination();
    }

    /**
     * Returns time to live or hop limit as it was when quoted, usually 0 or 1 in a Time Exceeded.
     *
     * @return 0 to 255, or null
     */
    public @Nullable Integer ttl() {
        return header == null ? null : header.ttl();
    }

    /**
     * Returns the length of the whole original datagram, from its IP header.
     *
     * @return bytes, or null
     */
    public @Nullable Long totalLength() {
        return header == null ? null : header.totalLength();
    }

    /**
     * Returns the IPv4 identification.
     *
     * @return 0 to 65,535, or null
     */
    public @Nullable Integer identification() {
        return header == null ? null : header.identification();
    }

    /**
     * Returns the fragment offset; when it is not 0 the quote has no transport header.
     *
     * @return bytes, or null
     */
    public @Nullable Integer fragmentOffset() {
        return header == null ? null : header.fragmentOffset();
    }

    /**
     * Returns the IP protocol number of the transport, behind extension headers.
     *
     * @return 0 to 255, or null
     */
    public @Nullable Integer protocol() {
        return header == null ? null : header.protocol();
    }

    /**
     * Returns the source port of TCP, UDP, SCTP or DCCP.
     *
     * @return 0 to 65,535, or null
     */
    public @Nullable Integer sourcePort() {
        return transport instanceof QuotedTransport.Ported ported ? ported.sourcePort() : null;
    }

    /**
     * Returns the destination port of TCP, UDP, SCTP or DCCP.
     *
     * @return 0 to 65,535, or null
     */
    public @Nullable Integer destinationPort() {
        return transport instanceof QuotedTransport.Ported ported ? ported.destinationPort() : null;
    }

    /**
     * Returns the type of a quoted ICMP message.
     *
     * @return 0 to 255, or null
     */
    public @Nullable Integer icmpType() {
        return transport instanceof QuotedTransport.Icmp icmp ? icmp.type() : null;
    }

    /**
     * Returns the code of a quoted ICMP message.
     *
     * @return 0 to 255, or null
     */
    public @Nullable Integer icmpCode() {
        return transport instanceof QuotedTransport.Icmp icmp ? icmp.code() : null;
    }

    /**
     * Returns the identifier of a quoted ICMP message, when its type has one.
     *
     * @return 0 to 65,535, or null
     */
    public @Nullable Integer icmpIdentifier() {
        return transport instanceof QuotedTransport.Icmp icmp ? icmp.identifier() : null;
    }

    /**
     * Returns the sequence number of a quoted ICMP message, when its type has one.
     *
     * @return 0 to 65,535, or null
     */
    public @Nullable Integer icmpSequenceNumber() {
        return transport instanceof QuotedTransport.Icmp icmp ? icmp.sequenceNumber() : null;
    }
}
