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

/** Routers and firewalls that say that a policy forbids what they were to forward. */
public final class AdminProhibitedRule implements Rule {

    private static final Threshold LOW = new Threshold(
            "ADMIN-PROHIBITED.low",
            1,
            "errors",
            "errors of one reporter about other traffic than traceroutes, for low");

    private static final Threshold MANY = new Threshold(
            "ADMIN-PROHIBITED.many", 10, "reporters", "reporters about one sender, from which on they are one finding");

    private static final FindingKind KIND = new FindingKind(
            "ADMIN-PROHIBITED",
            Category.NETWORK,
            "A router or firewall refused packets by its policy, and said so.",
            List.of(LOW, MANY),
            List.of("RFC 1122 section 3.2.2.1", "RFC 1812 section 5.2.7.1", "RFC 4443 section 3.1"));

    private static final class Refusals {
        final Gathered all = new Gathered();
        final Gathered ordinary = new Gathered();
    }

    /** Makes the rule. */
    public AdminProhibitedRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Traced traced = new Traced(merged.report());
        Map<IpAddress, Refusals> byReporter = new TreeMap<>();
        for (ErrorGroup errors : merged.report().errors().entries()) {
            if (isOurs(errors)) {
                Refusals refusals = byReporter.computeIfAbsent(errors.reporter(), fresh -> new Refusals());
                refusals.all.add(errors);
                if (!traced.provoked(errors)) {
                    refusals.ordinary.add(errors);
                }
            }
        }
        Senders.take(byReporter, refusals -> refusals.ordinary.sources, merged.value(MANY))
                .forEach((sender, refusals) -> found.accept(ofSender(sender, refusals, merged)));
        byReporter.forEach((reporter, refusals) -> found.accept(finding(reporter, refusals, merged)));
    }

    private static boolean isOurs(ErrorGroup errors) {
        Integer code = errors.icmpCode();
        return code != null
                && (errors.icmpVersion() == 4
                        ? errors.icmpType() == 3 && Set.of(9, 10, 13).contains(code)
                        : errors.icmpType() == 1 && Set.of(1, 5, 6).contains(code));
    }

    private static Finding ofSender(IpAddress sender, Map<IpAddress, Refusals> refusals, Merged merged) {
        Gathered errors = new Gathered();
        refusals.values().forEach(one -> errors.add(one.ordinary));
        boolean low = errors.count() >= merged.value(LOW);
        return FindingBuilder.of(KIND, low ? Severity.LOW : Severity.INFO, Confidence.HIGH)
                .says(
                        "Many routers refused packets from " + sender + " by their policy",
                        Say.count(refusals.size(), "reporter") + " (" + Words.few(refusals.keySet()) + ") sent "
                                + Say.count(errors.count(), "error")
                                + " (administratively prohibited) about packets from " + sender + " to "
                                + Words.few(errors.destinations) + ".")
                .measured("errors", errors.count(), merged.value(LOW))
                .about(Gathered.addresses(List.of(List.of(sender), errors.reporters, errors.destinations)))
                .evidence(errors.seen())
                .check(
                        "A program that talks to many others, such as file sharing, meets some behind firewalls.",
                        "Look which program of " + sender + " sends to so many, and whether it tries one address after"
                                + " the other.",
                        DisplayFilter.all(
                                Words.errors(sender.version(), Failures.unreachable(sender.version()), errors.codes),
                                Words.from(errors.reporters),
                                DisplayFilter.with(sender)))
                .build();
    }

    private static Finding finding(IpAddress reporter, Refusals refusals, Merged merged) {
        boolean low = refusals.ordinary.count() >= merged.value(LOW);
        Gathered errors = low ? refusals.ordinary : refusals.all;
        int version = reporter.version();
        FindingBuilder finding = FindingBuilder.of(KIND, low ? Severity.LOW : Severity.INFO, Confidence.HIGH)
                .says(
                        reporter + " refused packets by its policy",
                        reporter + " sent " + Say.count(errors.count(), "error")
                                + " (administratively prohibited) about packets from " + Words.few(errors.sources)
                                + " to " + Words.few(errors.destinations) + (low ? "." : ", all of a traceroute."))
                .measured("errors", refusals.ordinary.count(), merged.value(LOW))
                .about(Gathered.addresses(List.of(List.of(reporter), errors.destinations, errors.sources)))
                .check(
                        "A filter that does what it was set up for looks the same; it is a fault only if the traffic"
                                + " should pass.",
                        "Look into the packet filter of " + reporter + " for a rule about "
                                + Words.few(errors.destinations) + ", or ask who runs it.",
                        DisplayFilter.all(
                                Words.errors(version, Failures.unreachable(version), errors.codes),
                                Words.from(List.of(reporter))));
        return finding.evidence(errors.seen()).build();
    }
}
