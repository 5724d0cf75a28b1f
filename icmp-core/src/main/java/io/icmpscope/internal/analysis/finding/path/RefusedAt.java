package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.ErrorGroup.Flow;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Errors about ports and protocols of one host, or of several, that nobody listens to. */
final class RefusedAt {

    private static final int PROTOCOL_UNREACHABLE = 2; // RFC 792

    final Gathered errors = new Gathered();
    private final TreeSet<String> services = new TreeSet<>();
    private long most; // errors about one service
    private boolean lateAnswersOnly = true;
    private boolean protocolsOnly = true;
    private boolean byTheHost = true;
    private boolean pings;

    void add(ErrorGroup group) {
        Flow original = group.original();
        boolean lateAnswers = original.sourcePort() != null;
        errors.add(group);
        services.add(service(original));
        lateAnswersOnly &= lateAnswers;
        protocolsOnly &=
                group.icmpVersion() == 4 && group.icmpCode() != null && group.icmpCode() == PROTOCOL_UNREACHABLE;
        byTheHost &= group.reporter().equals(original.destination());
        pings |= original.protocol() != null && (original.protocol() == 1 || original.protocol() == 58);
        most = Math.max(most, lateAnswers ? 0 : group.count());
    }

    void add(RefusedAt other) {
        errors.add(other.errors);
        services.addAll(other.services);
        most = Math.max(most, other.most);
    }

    long most() {
        return most;
    }

    String services() {
        return Words.few(services);
    }

    /** Says what it is about one host, in the words for what was refused. */
    FindingBuilder say(FindingBuilder finding, IpAddress host, String summary, String filter) {
        String reporters = Words.few(errors.reporters);
        String senders = Words.few(errors.sources);
        if (lateAnswersOnly) {
            return finding.says("Answers reached " + host + " when nobody waited for them any more", summary)
                    .check(
                            "A resolver that asks two servers and closes its socket after the first answer does this.",
                            "Compare the times of the questions of " + host + " with those of the answers: late answers"
                                    + " come from a slow server or a slow way.",
                            filter);
        }
        if (protocolsOnly) {
            return finding.says("Packets to " + host + " were refused with protocol unreachable", summary)
                    .check(
                            "A tunnel (GRE, IPsec) that was set up at one end only, or a firewall that rejects with this"
                                    + " error, looks the same.",
                            "Look whether the system of " + host
                                    + " is to speak the protocol, and into the packet filter" + " of " + reporters
                                    + ".",
                            filter);
        }
        if (pings || !byTheHost) {
            return finding.says("Packets to " + host + " were refused with port unreachable", summary)
                    .check(
                            "A packet filter that rejects instead of dropping does this on purpose; no port needs to be"
                                    + " closed.",
                            "Look into the packet filter of " + reporters + " for a rule that rejects packets from "
                                    + senders + " to " + host + ".",
                            filter);
        }
        return finding.says("Nobody listens where packets to " + host + " were sent", summary)
                .check(
                        "A service that was stopped, a call that has ended, or a firewall that rejects instead of dropping"
                                + " looks the same.",
                        "List the open ports of " + host + " and compare them with what " + senders
                                + " was configured to use.",
                        filter);
    }

    private static String service(Flow original) {
        String protocol = protocol(original.protocol());
        if (original.sourcePort() != null) {
            return "answers from " + protocol + " port " + original.sourcePort();
        }
        if (original.destinationPort() != null) {
            return protocol + " port " + original.destinationPort();
        }
        ErrorGroup.Ports ports = original.destinationPorts();
        return ports == null ? protocol : protocol + " ports " + ports.lowest() + " to " + ports.highest();
    }

    private static String protocol(@Nullable Integer number) {
        if (number == null) {
            return "unknown protocol";
        }
        return switch (number) {
            case 1 -> "ICMP";
            case 6 -> "TCP";
            case 17 -> "UDP";
            case 58 -> "ICMPv6";
            case 132 -> "SCTP";
            default -> "protocol " + number;
        };
    }
}
