package io.icmpscope.message;

/**
 * A router refused a packet larger than its next link can carry: ICMPv6 type 2.
 *
 * @param mtu the next link's MTU in bytes, 0 to 2^32 - 1 as sent; below 1280 is a sender's error and is kept
 * @param quoted the packet that was too big
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-3.2">RFC 4443, section 3.2</a>
 */
public record PacketTooBig(long mtu, QuotedDatagram quoted) implements IcmpError {}
