package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * A datagram ran out of hops, or its fragments out of time: ICMPv4 type 11, ICMPv6 type 3.
 *
 * @param quoted the datagram that was discarded
 * @param extensions what the router appended, often the MPLS labels that the datagram arrived with; or null
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-6">RFC 792, page 6</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-3.3">RFC 4443, section 3.3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4884#section-4">RFC 4884, section 4</a>
 */
public record TimeExceeded(QuotedDatagram quoted, @Nullable ExtensionStructure extensions) implements IcmpError {}
