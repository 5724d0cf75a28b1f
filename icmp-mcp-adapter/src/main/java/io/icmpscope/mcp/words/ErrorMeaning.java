package io.icmpscope.mcp.words;

import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.ErrorGroup.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What an ICMP error means, in one line of plain words, and what it is about. Every word in them is ours, a figure or an
 * address.
 */
public final class ErrorMeaning {

    private static final int UDP = 17;
    private static final int UDP_LITE = 136;
    private static final int NOT_CAPTURED = -1;

    private final ErrorGroup group;
    private final String destination;
    private final int code;

    private ErrorMeaning(ErrorGroup group) {
        this.group = group;
        code = group.icmpCode() == null ? NOT_CAPTURED : group.icmpCode();
        Object address = group.original().destination();
        destination = address == null ? "an address that was not quoted" : address.toString();
    }

    /**
     * Says what errors mean.
     *
     * @param group errors of one type and code
     * @return such as {@code "the host 10.0.0.5 has no service on UDP port 53 (domain)"}
     */
    public static String of(ErrorGroup group) {
        ErrorMeaning meaning = new ErrorMeaning(group);
        return group.icmpVersion() == 4 ? meaning.version4() : meaning.version6();
    }

    /**
     * Names the service that errors are about.
     *
     * @param original what they are about
     * @return its registered name, or null when there is no port or we know no name
     */
    public static @Nullable String service(Flow original) {
        Integer port = original.sourcePort() == null ? original.destinationPort() : original.sourcePort();
        return Services.name(original.protocol(), port);
    }

    /**
     * Says which traffic errors are about.
     *
     * @param original what they are about
     * @return such as {@code "UDP port 53 (domain)"}, {@code "ICMP id 4711"}; a dash when nothing was quoted
     */
    public static String traffic(Flow original) {
        Integer protocol = original.protocol();
        if (protocol == null) {
            return Figures.NONE;
        }
        String name = Services.protocol(protocol);
        String service = service(original);
        String known = service == null ? "" : " (" + service + ")";
        if (original.sourcePort() != null) {
            return name + " answers of port " + original.sourcePort() + known;
        }
        if (original.destinationPort() != null) {
            return name + " port " + original.destinationPort() + known;
        }
        if (original.destinationPorts() != null) {
            return name + " ports " + original.destinationPorts().lowest() + " to "
                    + original.destinationPorts().highest();
        }
        return original.identifier() == null ? name : name + " id " + original.identifier();
    }

    private String version4() {
        return switch (group.icmpType()) {
            case 3 -> unreachable4();
            case 4 -> "the sender is asked to send less to " + destination + "; nobody should ask that way any more";
            case 11 -> timeExceeded();
            case 12 -> "the packet for " + destination + " " + parameter4(code);
            default -> other();
        };
    }

    private String unreachable4() {
        return switch (code) {
            case 0 -> "the router has no route to " + destination;
            case 1 -> "the router of the last link cannot reach " + destination + ": it is off, or not there";
            case 2 -> "the host " + destination + " does not speak " + protocol();
            case 3 -> noService();
            case 4 -> "the packet is too big for a link on the way to " + destination + " and must not be fragmented";
            case 5 -> "the route that the sender chose to " + destination + " does not work";
            case 6 -> "the router knows no network of " + destination;
            case 7 -> "the router knows that there is no host " + destination;
            case 8 -> "the router has cut the sender off";
            case 9, 10, 13 -> "a firewall or router forbids traffic to " + destination;
            case 11, 12 -> "the router has no way to " + destination + " for this type of service";
            case 14, 15 -> "the router refuses packets to " + destination + " for their precedence";
            default -> other();
        };
    }

    private String version6() {
        return switch (group.icmpType()) {
            case 1 -> unreachable6();
            case 2 -> "the packet is too big for a link on the way to " + destination;
            case 3 -> timeExceeded();
            case 4 -> "the packet for " + destination + " has " + parameter6(code);
            default -> other();
        };
    }

    private String unreachable6() {
        return switch (code) {
            case 0 -> "the router has no route to " + destination;
            case 1 -> "a firewall or router forbids traffic to " + destination;
            case 2 -> "the source address is of too small a scope to reach " + destination;
            case 3 -> "the router of the last link cannot reach " + destination + ": it is off, or not there";
            case 4 -> noService();
            case 5 -> "a firewall or router forbids traffic to " + destination + " from this source";
            case 6 -> "the router rejects traffic to " + destination;
            case 7 -> "the source route to " + destination + " has a header with an error";
            case 8 -> "the headers of the packet for " + destination + " are too long for the router";
            case 9 -> "the route of RPL to " + destination + " has an error";
            default -> other();
        };
    }

    /** A host answers so to UDP; to everything else it would answer otherwise, and a firewall in front of it does not. */
    private String noService() {
        Flow original = group.original();
        Integer protocol = original.protocol();
        if (protocol == null) {
            return "the host " + destination + " has no service on the port";
        }
        if (protocol != UDP && protocol != UDP_LITE) {
            return "a firewall refuses " + traffic(original) + " to " + destination;
        }
        if (original.sourcePort() != null) {
            return "the host " + destination + " does not wait for " + traffic(original);
        }
        String several =
                original.destinationPorts() == null ? "" : ": a traceroute ends there, or a scan finds nothing";
        return "the host " + destination + " has no service on " + traffic(original) + several;
    }

    private String timeExceeded() {
        if (code == 0) {
            return "the packet for " + destination + " used up its hops: a traceroute, or a routing loop";
        }
        return code == 1 ? "not all fragments of a packet for " + destination + " arrived in time" : other();
    }

    private static String parameter4(int code) {
        return switch (code) {
            case 1 -> "lacks an option that is required";
            case 2 -> "has a wrong length";
            default -> "has a header field with an error";
        };
    }

    private static String parameter6(int code) {
        return switch (code) {
            case 0 -> "a header field with an error";
            case 1 -> "a next header that the reporter does not know";
            case 2 -> "an option that the reporter does not know";
            case 3 -> "a first fragment without all its headers";
            case 4 -> "a segment routing header with an error";
            case 5 -> "a next header that the router does not know";
            case 6, 7, 8, 9, 10 -> "headers or options beyond what the router takes";
            default -> "something that the reporter does not accept";
        };
    }

    private String protocol() {
        Integer protocol = group.original().protocol();
        return protocol == null ? "the protocol" : Services.protocol(protocol);
    }

    private String other() {
        return "the reporter dropped or refused a packet for " + destination;
    }
}
