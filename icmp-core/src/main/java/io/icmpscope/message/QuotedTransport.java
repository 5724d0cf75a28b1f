package io.icmpscope.message;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of the transport header in a {@link QuotedDatagram}, often no more than eight bytes of it. What was not
 * quoted is null.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792">RFC 792</a>
 */
public sealed interface QuotedTransport extends Serializable {

    /** A transport that begins with two ports. */
    sealed interface Ported extends QuotedTransport {

        /**
         * Returns the port of the quoted datagram's sender.
         *
         * @return 0 to 65,535
         */
        @Nullable
        Integer sourcePort();

        /**
         * Returns the port that the quoted datagram was for.
         *
         * @return 0 to 65,535
         */
        @Nullable
        Integer destinationPort();
    }

    /**
     * TCP, RFC 9293 section 3.1.
     *
     * @param sourcePort 0 to 65,535
     * @param destinationPort 0 to 65,535
     * @param sequenceNumber 0 to 2^32 - 1
     */
    record Tcp(
            @Nullable Integer sourcePort,
            @Nullable Integer destinationPort,
            @Nullable Long sequenceNumber) implements Ported {}

    /**
     * UDP, RFC 768, or UDP-Lite, RFC 3828.
     *
     * @param sourcePort 0 to 65,535
     * @param destinationPort 0 to 65,535
     * @param length of the whole original UDP datagram in bytes; in UDP-Lite how many of them the checksum covers
     * @param checksum 0 to 65,535, which cannot be verified on a part of the datagram; 0 when there is none
     */
    record Udp(
            @Nullable Integer sourcePort,
            @Nullable Integer destinationPort,
            @Nullable Integer length,
            @Nullable Integer checksum)
            implements Ported {}

    /**
     * SCTP, RFC 9260 section 3.1.
     *
     * @param sourcePort 0 to 65,535
     * @param destinationPort 0 to 65,535
     * @param verificationTag 0 to 2^32 - 1
     */
    record Sctp(
            @Nullable Integer sourcePort,
            @Nullable Integer destinationPort,
            @Nullable Long verificationTag) implements Ported {}

    /**
     * DCCP, RFC 4340 section 5.1.
     *
     * @param sourcePort 0 to 65,535
     * @param destinationPort 0 to 65,535
     */
    record Dccp(@Nullable Integer sourcePort, @Nullable Integer destinationPort) implements Ported {}

    /**
     * ICMP or ICMPv6.
     *
     * @param type 0 to 255
     * @param code 0 to 255
     * @param identifier 0 to 65,535; null for types that have none
     * @param sequenceNumber 0 to 65,535, in an extended echo 0 to 255; null for types that have none
     */
    record Icmp(
            @Nullable Integer type,
            @Nullable Integer code,
            @Nullable Integer identifier,
            @Nullable Integer sequenceNumber)
            implements QuotedTransport {}

    /**
     * Generic routing encapsulation, RFC 2784 section 2.1.
     *
     * @param protocol the EtherType of what it carries
     */
    record Gre(@Nullable Integer protocol) implements QuotedTransport {}
}
