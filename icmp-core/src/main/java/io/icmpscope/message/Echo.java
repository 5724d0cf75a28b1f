package io.icmpscope.message;

/**
 * A ping or its answer: ICMPv4 types 8 and 0, ICMPv6 types 128 and 129.
 *
 * @param identifier 0 to 65,535, network byte order
 * @param sequenceNumber 0 to 65,535, network byte order; Windows counts in the other byte order, by 256
 * @param dataBytes the length of the data after the eight header bytes, as captured
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-14">RFC 792, page 14</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-4.1">RFC 4443, section 4</a>
 */
public record Echo(int identifier, int sequenceNumber, int dataBytes) implements IcmpQuery {}
