package io.icmpscope.message;

/**
 * An ICMPv6 error that has no record: every type below 128 is an error, and errors quote a packet behind eight bytes.
 *
 * @param parameter the four bytes before the quote, 0 to 2^32 - 1
 * @param quoted what stands there, read as a packet as far as it is one
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-2.1">RFC 4443, section 2.1</a>
 */
public record UnknownIcmpError(long parameter, QuotedDatagram quoted) implements IcmpError {}
