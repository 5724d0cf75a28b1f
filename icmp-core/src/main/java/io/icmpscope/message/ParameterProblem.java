package io.icmpscope.message;

/**
 * A header field could not be processed: ICMPv4 type 12, ICMPv6 type 4.
 *
 * @param pointer the offset in bytes of the fault in the quoted datagram; 0 to 255 in ICMPv4, where only code 0 gives it
 *     a meaning; 0 to 2^32 - 1 in ICMPv6, where it may lie beyond what is quoted
 * @param quoted the datagram with the fault
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-8">RFC 792, page 8</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-3.4">RFC 4443, section 3.4</a>
 */
public record ParameterProblem(long pointer, QuotedDatagram quoted) implements IcmpError {}
