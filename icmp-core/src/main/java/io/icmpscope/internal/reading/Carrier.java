package io.icmpscope.internal.reading;

import io.icmpscope.message.IpAddress;

/**
 * What the IPv6 packet around a message says, for the rules that a message can break by it.
 *
 * @param source its source
 * @param destination its destination
 * @param hopLimit 0 to 255
 * @param fragmented whether it has a fragment header, one of a single fragment included
 * @param routerAlert whether it has the option that makes routers look at it, RFC 2711
 */
public record Carrier(IpAddress source, IpAddress destination, int hopLimit, boolean fragmented, boolean routerAlert) {}
