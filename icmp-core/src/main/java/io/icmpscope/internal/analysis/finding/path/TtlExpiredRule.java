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
import java.util.TreeMap;
import java.util.function.Consumer;

/** Packets, no traceroute's, that ran out of hops before they arrived. */
public final class TtlExpiredRule implements Rule {

    private static final Threshold ERRORS = new Threshold(
            "TTL-EXPIRED.errors", 10, "errors", "packets to one destination that ran out of hops, at least");

    private static final FindingKind KIND = new FindingKind(
            "TTL-EXPIRED",
            Category.NETWORK,
            "Packets that no traceroute sent ran out of hops before they arrived.",
            List.of(ERRORS),
            List.of("RFC 792", "RFC 1122 section 3.2.2.4", "RFC 1812 section 5.2.7.3", "RFC 4443 section 3.3"));

    /** Makes the rule. */
    public TtlExpiredRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Traced traced = new Traced(merged.report());
        Loops loops = new Loops(merged);
        Map<IpAddress, Gathered> byDestination = new TreeMap<>();
        for (ErrorGroup errors : merged.report().errors().entries()) {
            IpAddress destination = errors.original().destination();
            if (destination != null && Loops.isExpiry(errors) && !traced.provoked(errors) && !loops.explain(errors)) {
                byDestination
                        .computeIfAbsent(destination, fresh -> new Gathered())
                        .add(errors);
            }
        }
        byDestination.forEach((destination, errors) -> {
            if (errors.count() >= merged.value(ERRORS)) {
                found.accept(finding(destination, errors, merged));
            }
        });
    }

    private static Finding finding(IpAddress destination, Gathered errors, Merged merged) {
        int version = errors.reporters.first().version();
        FindingBuilder finding = FindingBuilder.of(KIND, Severity.LOW, Confidence.MEDIUM)
                .says(
                        "Packets to " + destination + " ran out of hops",
                        Words.few(errors.reporters) + " let " + Say.count(errors.count(), "packet") + " from "
                                + Words.few(errors.sources) + " to " + destination
                                + " expire; they belong to no traceroute that was recognised.")
                .measured("errors", errors.count(), merged.value(ERRORS))
                .about(Gathered.addresses(List.of(List.of(destination), errors.reporters, errors.sources)))
                .check(
                        "A program that chooses a small time to live on purpose, as some games and file sharing do, and a"
                                + " traceroute of which too little was captured look the same.",
                        "Look at the time to live with which " + Words.few(errors.sources)
                                + " sends: if it is 64 or more, the packets go in a circle.",
                        DisplayFilter.all(
                                Words.errors(version, Failures.timeExceeded(version), errors.codes),
                                Words.from(errors.reporters),
                                DisplayFilter.to(destination)));
        return finding.evidence(errors.seen()).build();
    }
}
