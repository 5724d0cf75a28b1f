package io.icmpscope.internal.analysis.path;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Traceroute.Protocol;
import java.io.Serializable;
import java.util.Comparator;

/**
 * What the probes of one traceroute share.
 *
 * @param source who sends them
 * @param destination where they go
 * @param protocol what they are
 * @param identifier that of echo requests; 0 for the others, whose ports may change from probe to probe
 */
record Flow(IpAddress source, IpAddress destination, Protocol protocol, int identifier)
        implements Comparable<Flow>, Serializable {

    private static final Comparator<Flow> ORDER = Comparator.comparing(Flow::source)
            .thenComparing(Flow::destination)
            .thenComparing(Flow::protocol)
            .thenComparingInt(Flow::identifier);

    @Override
    public int compareTo(Flow other) {
        return ORDER.compare(this, other);
    }
}
