package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.ErrorGroup.Flow;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hosts with ports, or protocols, that nobody listens to. */
public final class UnreachablePortRule implements Rule {

    private static final Threshold LOW = new Threshold(
            "UNREACHABLE-PORT.low",
            20,
            "errors",
            "errors about one port of a host, for low: somebody does not give up");

    private static final FindingKind KIND = new FindingKind(
            "UNREACHABLE-PORT",
            Category.NETWORK,
            "Datagrams came to a port, or with a protocol, that nobody listens to.",
            List.of(LOW),
            List.of("RFC 792", "RFC 1122 section 4.1.3.1", "RFC 1812 section 5.2.7.1", "RFC 4443 section 3.1"));

    private static final class Refusals {
        final Gathered errors = new Gathered();
        final TreeSet<String> services = new TreeSet<>();
        long most; // errors about one service
        boolean lateAnswersOnly = true;
    }

    /** Makes the rule. */
    public UnreachablePortRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Traced traced = new Traced(merged.report());
        Map<IpAddress, Refusals> byHost = new TreeMap<>();
        for (ErrorGroup errors : merged.report().errors().entries()) {
            IpAddress host = errors.original().destination();
            if (host != null && isOurs(errors) && !traced.provoked(errors)) {
                add(errors, byHost.computeIfAbsent(host, fresh -> new Refusals()));
            }
        }
        byHost.forEach((host, refusals) -> found.accept(finding(host, refusals, merged)));
    }

    private static boolean isOurs(ErrorGroup errors) {
        Integer code = errors.icmpCode();
        return code != null
                && (errors.icmpVersion() == 4
                        ? errors.icmpType() == 3 && (code == 2 || code == 3)
                        : errors.icmpType() == 1 && code == 4);
    }

    private static void add(ErrorGroup errors, Refusals refusals) {
        boolean lateAnswers = errors.original().sourcePort() != null;
        refusals.errors.add(errors);
        refusals.services.add(service(errors.original()));
        refusals.lateAnswersOnly &= lateAnswers;
        refusals.most = Math.max(refusals.most, lateAnswers ? 0 : errors.count());
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

    private static Finding finding(IpAddress host, Refusals refusals, Merged merged) {
        Gathered errors = refusals.errors;
        int version = errors.reporters.first().version();
        boolean low = refusals.most >= merged.value(LOW);
        FindingBuilder finding = FindingBuilder.of(KIND, low ? Severity.LOW : Severity.INFO, Confidence.HIGH)
                .says(
                        refusals.lateAnswersOnly
                                ? "Answers reached " + host + " when nobody waited for them any more"
                                : "Nobody listens where packets to " + host + " were sent",
                        Words.few(errors.reporters) + " refused " + Say.count(errors.count(), "packet") + " from "
                                + Words.few(errors.sources) + " to " + host + ": " + Words.few(refusals.services)
                                + ".")
                .measured("errors_about_one_port", (double) refusals.most, merged.value(LOW))
                .about(Gathered.addresses(List.of(List.of(host), errors.reporters, errors.sources)))
                .check(
                        refusals.lateAnswersOnly
                                ? "A resolver that asks two servers and closes its socket after the first answer does this."
                                : "A service that was stopped, a call that has ended, or a firewall that rejects instead"
                                        + " of dropping looks the same.",
                        "List the open ports of " + host + " and compare them with what " + Words.few(errors.sources)
                                + " was configured to use.",
                        DisplayFilter.all(
                                Words.errors(version, Failures.unreachable(version), errors.codes),
                                Words.from(errors.reporters),
                                DisplayFilter.to(host)));
        return finding.evidence(errors.seen()).build();
    }
}
