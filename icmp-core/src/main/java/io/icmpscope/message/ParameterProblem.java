package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * A header field could not be processed: ICMPv4 type 12, ICMPv6 type 4.
 *
 * @param pointer the offset in bytes of the fault in the quoted datagram; 0 to 255 in ICMPv4, where only code 0 gives it
 *     a meaning; 0 to 2^32 - 1 in ICMPv6, where it may lie beyond what is quoted
 * @param pointedField what stands at the pointer, such as {@code "time to live"} or {@code "routing header"}; null when
 *     the pointer has no meaning or points beyond what can be told from the quote
 * @param quoted the datagram with the fault
 * @param extensions what the router appended, or null; ICMPv6 type 4 has no room for them
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-8">RFC 792, page 8</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-3.4">RFC 4443, section 3.4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4884#section-4">RFC 4884, section 4</a>
 */
public record ParameterProblem(
        long pointer,
        @Nullable String pointedField,
        QuotedDatagram quoted,
        @Nullable ExtensionStructure extensions) implements IcmpError {}
