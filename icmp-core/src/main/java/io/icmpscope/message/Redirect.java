package io.icmpscope.message;

/**
 * A router names a better first hop: ICMPv4 type 5.
 *
 * @param gateway the router to use from now on for the destination of the quoted datagram
 * @param quoted the datagram that took the longer way
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-12">RFC 792, page 12</a>
 */
public record Redirect(IpAddress gateway, QuotedDatagram quoted) implements IcmpError {}
