package io.icmpscope.message;

/**
 * A host asks for routers: ICMPv4 type 10, which says nothing more. The solicitation of ICMPv6 is another message.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1256#section-3">RFC 1256, section 3</a>
 */
public record RouterSolicitationV4() implements IcmpMessage {}
