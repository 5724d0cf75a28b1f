package io.icmpscope.message;

/**
 * A receiver could not accept a secured datagram: ICMPv4 type 40, "Photuris". The code says why.
 *
 * @param pointer the offset in bytes of the security parameters index at fault in the quoted datagram, 0 to 65,535; 0 when
 *     there is none
 * @param quoted the datagram that was refused
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2521#section-2">RFC 2521, section 2</a>
 */
public record SecurityFailure(int pointer, QuotedDatagram quoted) implements IcmpError {}
