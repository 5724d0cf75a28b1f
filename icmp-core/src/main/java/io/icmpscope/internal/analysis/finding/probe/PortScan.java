package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.List;

/**
 * Ports of UDP that one host asked another for and that were unreachable.
 *
 * @param scanner who asked
 * @param scanned who was asked
 * @param icmpVersion of the errors: 4 for ICMP, 6 for ICMPv6
 * @param errors how many errors there are about such ports
 * @param large how many of them quote a datagram with much data
 * @param again how many of them are about a port of which there was an error before
 * @param ports the first different ones, in the order of the capture
 */
record PortScan(
        IpAddress scanner, IpAddress scanned, int icmpVersion, long errors, long large, long again, List<Port> ports) {

    PortScan {
        ports = List.copyOf(ports);
    }

    /** A port, and the first error about it. */
    record Port(int number, long frame, long nanos) implements Serializable {}
}
