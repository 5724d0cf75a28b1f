package io.icmpscope.message;

/**
 * The clock question of ICMPv4 and its answer, types 13 and 14.
 *
 * <p>Each stamp is milliseconds since midnight UT when its top bit is clear; with the top bit set its unit is the
 * sender's own.
 *
 * @param identifier 0 to 65,535, network byte order
 * @param sequenceNumber 0 to 65,535, network byte order
 * @param originate when the requester last touched the message, 0 to 2^32 - 1
 * @param receive when the responder first touched it, 0 to 2^32 - 1
 * @param transmit when the responder last touched it, 0 to 2^32 - 1
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-16">RFC 792, page 16</a>
 */
public record Timestamp(int identifier, int sequenceNumber, long originate, long receive, long transmit)
        implements IcmpQuery {}
