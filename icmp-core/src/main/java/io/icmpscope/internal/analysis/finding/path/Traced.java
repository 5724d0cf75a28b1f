package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.ErrorGroup.Flow;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.Traceroute.Protocol;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the errors that a traceroute provokes, as it should, from those about other traffic. */
final class Traced {

    private static final int UDP = 17;
    private static final int TCP = 6;
    private static final int FIRST_PROBE = 33_434; // what traceroute counts up from
    private static final int LAST_PROBE = 33_534;

    private record Explored(IpAddress source, IpAddress destination, Protocol protocol) {}

    private final Set<Explored> explored = new HashSet<>();

    Traced(IcmpReport report) {
        for (Traceroute run : report.traceroutes().entries()) {
            explored.add(new Explored(run.source(), run.destination(), run.protocol()));
        }
    }

    /** Whether these errors answer probes: those of a traceroute in the report, or to the ports that only it uses. */
    boolean provoked(ErrorGroup errors) {
        Flow original = errors.original();
        Protocol protocol = protocol(original);
        if (protocol == null || original.source() == null || original.destination() == null) {
            return false;
        }
        return (protocol == Protocol.UDP && isToProbePorts(original))
                || explored.contains(new Explored(original.source(), original.destination(), protocol));
    }

    private static boolean isToProbePorts(Flow original) {
        Integer port = original.destinationPort();
        ErrorGroup.Ports ports = original.destinationPorts();
        return ports == null
                ? port != null && port >= FIRST_PROBE && port <= LAST_PROBE
                : ports.lowest() >= FIRST_PROBE && ports.highest() <= LAST_PROBE;
    }

    private static @Nullable Protocol protocol(Flow original) {
        Integer protocol = original.protocol();
        if (protocol == null) {
            return null;
        }
        return switch (protocol) {
            case UDP -> Protocol.UDP;
            case TCP -> Protocol.TCP;
            case 1, 58 -> Protocol.ICMP;
            default -> null;
        };
    }
}
