package io.icmpscope.message;

/**
 * A datagram ran out of hops, or its fragments out of time: ICMPv4 type 11, ICMPv6 type 3.
 *
 * @param quoted the datagram that was discarded
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-6">RFC 792, page 6</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-3.3">RFC 4443, section 3.3</a>
 */
public record TimeExceeded(QuotedDatagram quoted) implements IcmpError {}
