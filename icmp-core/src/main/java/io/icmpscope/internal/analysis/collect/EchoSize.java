package io.icmpscope.internal.analysis.collect;

import io.icmpscope.message.IpAddress;

/**
 * How the echo requests of one size fared between two hosts.
 *
 * @param requester who asked
 * @param responder who was asked
 * @param dataBytes the length of the echo data in bytes
 * @param answered how many were answered
 * @param lost how many were not, those among them that an error answered
 */
public record EchoSize(IpAddress requester, IpAddress responder, int dataBytes, long answered, long lost) {}
