package io.icmpscope.message;

/**
 * Someone asks a host for its names: ICMPv4 type 37, historic.
 *
 * @param identifier 0 to 65,535, network byte order
 * @param sequenceNumber 0 to 65,535, network byte order
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1788#section-2">RFC 1788, section 2</a>
 */
public record DomainNameRequest(int identifier, int sequenceNumber) implements IcmpQuery {}
