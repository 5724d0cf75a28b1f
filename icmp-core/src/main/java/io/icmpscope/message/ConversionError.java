package io.icmpscope.message;

/**
 * A datagram could not be converted between versions of IP: ICMPv4 type 31, historic.
 *
 * @param pointer the offset in bytes of the fault in the quoted datagram, 0 to 2^32 - 1
 * @param quoted the datagram that could not be converted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1475">RFC 1475, "Conversion failed" message</a>
 */
public record ConversionError(long pointer, QuotedDatagram quoted) implements IcmpError {}
