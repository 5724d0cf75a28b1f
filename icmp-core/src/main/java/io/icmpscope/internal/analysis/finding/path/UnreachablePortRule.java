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
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Hosts with ports, or protocols, that nobody listens to. */
public final class UnreachablePortRule implements Rule {

    private static final Threshold LOW = new Threshold(
            "UNREACHABLE-PORT.low",
            20,
            "errors",
            "errors about one port of a host, for low: somebody does not give up");

    private static final Threshold MANY = new Threshold(
            "UNREACHABLE-PORT.many",
            10,
            "destinations",
            "destinations of one sender, from which on they are one finding");

    private static final FindingKind KIND = new FindingKind(
            "UNREACHABLE-PORT",
            Category.NETWORK,
            "Datagrams came to a port, or with a protocol, that nobody listens to.",
            List.of(LOW, MANY),
            List.of("RFC 792", "RFC 1122 section 4.1.3.1", "RFC 1812 section 5.2.7.1", "RFC 4443 section 3.1"));

    /** Makes the rule. */
    public UnreachablePortRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Traced traced = new Traced(merged.report());
        Map<IpAddress, RefusedAt> byHost = new TreeMap<>();
        for (ErrorGroup errors : merged.report().errors().entries()) {
            IpAddress host = errors.original().destination();
            if (host != null && isOurs(errors) && !traced.provoked(errors)) {
                byHost.computeIfAbsent(host, fresh -> new RefusedAt()).add(errors);
            }
        }
        Senders.take(byHost, refused -> refused.errors.sources, merged.value(MANY))
                .forEach((sender, refused) -> found.accept(ofSender(sender, refused, merged)));
        byHost.forEach((host, refused) -> found.accept(ofHost(host, refused, merged)));
    }

    private static boolean isOurs(ErrorGroup errors) {
        Integer code = errors.icmpCode();
        return code != null
                && (errors.icmpVersion() == 4
                        ? errors.icmpType() == 3 && (code == 2 || code == 3)
                        : errors.icmpType() == 1 && code == 4);
    }

    private static FindingBuilder begin(RefusedAt refused, Merged merged) {
        boolean low = refused.most() >= merged.value(LOW);
        return FindingBuilder.of(KIND, low ? Severity.LOW : Severity.INFO, Confidence.HIGH)
                .measured("errors_about_one_port", refused.most(), merged.value(LOW))
                .evidence(refused.errors.seen());
    }

    private static Finding ofHost(IpAddress host, RefusedAt refused, Merged merged) {
        Gathered errors = refused.errors;
        boolean itself = errors.reporters.equals(Set.of(host));
        String summary = Words.few(errors.reporters) + " refused " + Say.count(errors.count(), "packet") + " from "
                + Words.few(errors.sources) + (itself ? "" : " to " + host) + ": " + refused.services() + ".";
        String filter = itself ? filter(errors) : DisplayFilter.all(filter(errors), DisplayFilter.to(host));
        return refused.say(begin(refused, merged), host, summary, filter)
                .about(Gathered.addresses(List.of(List.of(host), errors.reporters, errors.sources)))
                .build();
    }

    private static Finding ofSender(IpAddress sender, Map<IpAddress, RefusedAt> hosts, Merged merged) {
        RefusedAt all = new RefusedAt();
        hosts.values().forEach(all::add);
        Gathered errors = all.errors;
        return begin(all, merged)
                .says(
                        "Many destinations refused packets from " + sender,
                        Say.count(errors.count(), "packet") + " from " + sender + " to " + Say.count(hosts.size())
                                + " destinations (" + Words.few(hosts.keySet()) + ") were refused: " + all.services()
                                + ".")
                .about(Gathered.addresses(List.of(List.of(sender), errors.destinations)))
                .check(
                        "A program that talks to many others, such as file sharing, meets some that have ended.",
                        "Look which program of " + sender + " sends to so many, and whether it tries one port after the"
                                + " other.",
                        DisplayFilter.all(filter(errors), DisplayFilter.with(sender)))
                .build();
    }

    private static String filter(Gathered errors) {
        int version = errors.reporters.first().version();
        return DisplayFilter.all(
                Words.errors(version, Failures.unreachable(version), errors.codes), Words.from(errors.reporters));
    }
}
