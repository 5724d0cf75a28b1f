package io.icmpscope.message;

/**
 * A host asks for the number of its network, or the answer, in the addresses of the IP header: ICMPv4 types 15 and 16, no
 * longer to be sent.
 *
 * @param identifier 0 to 65,535, network byte order
 * @param sequenceNumber 0 to 65,535, network byte order
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-18">RFC 792, page 18</a>
 */
public record InformationQuery(int identifier, int sequenceNumber) implements IcmpQuery {}
