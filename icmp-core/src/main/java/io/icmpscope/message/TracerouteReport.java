package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * A router passed on, or discarded, a packet with the traceroute option: ICMPv4 type 30, no longer to be sent. Code 0 says
 * that it was forwarded, code 1 that there was no route.
 *
 * @param identifier the number of the option that it answers, 0 to 65,535
 * @param outboundHops how many routers the outbound packet has passed, 0 to 65,534; null when not applicable
 * @param returnHops how many routers the return packet has passed, 0 to 65,534; null when not applicable
 * @param linkSpeed of the link that the packet leaves by, in bytes a second, 0 to 2^32 - 1
 * @param linkMtu of that link, in bytes, 0 to 2^32 - 1
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1393#section-2.3">RFC 1393, section 2.3</a>
 */
public record TracerouteReport(
        int identifier,
        @Nullable Integer outboundHops,
        @Nullable Integer returnHops,
        long linkSpeed,
        long linkMtu) implements IcmpMessage {}
