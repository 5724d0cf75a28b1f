package io.icmpscope.message;

/**
 * A router asked a sender to slow down: ICMPv4 type 4, no longer to be sent or believed.
 *
 * @param quoted a datagram of the flow that is too fast
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-10">RFC 792, page 10</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6633">RFC 6633</a>
 */
public record SourceQuench(QuotedDatagram quoted) implements IcmpError {}
