package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;

/**
 * What a host said of its own ports: that no program listens there.
 *
 * @param host who said so
 * @param errors the errors
 * @param ports about how many ports
 * @param fromDns how many of the datagrams came from port 53, as answers of name servers do
 * @param askers how many addresses the datagrams came from
 */
record ClosedPorts(IpAddress host, Seen errors, long ports, long fromDns, long askers) {}
