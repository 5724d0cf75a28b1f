package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * A datagram could not be delivered: ICMPv4 type 3, ICMPv6 type 1. The code says why.
 *
 * @param nextHopMtu for ICMPv4 code 4 the next link's MTU in bytes, 0 from a router older than RFC 1191; else null
 * @param quoted the datagram that was not delivered
 * @param extensions what the router appended, or null
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-4">RFC 792, page 4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1191#section-4">RFC 1191, section 4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-3.1">RFC 4443, section 3.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4884#section-4">RFC 4884, section 4</a>
 */
public record DestinationUnreachable(
        @Nullable Integer nextHopMtu,
        QuotedDatagram quoted,
        @Nullable ExtensionStructure extensions) implements IcmpError {}
