package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
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

/** Source quenches, which no router sends any more. */
public final class SourceQuenchRule implements Rule {

    private static final Threshold LOW =
            new Threshold("SOURCE-QUENCH.low", 1, "messages", "source quenches of one sender, for low");
    private static final Threshold MEDIUM =
            new Threshold("SOURCE-QUENCH.medium", 10, "messages", "source quenches of one sender, for medium");

    private static final FindingKind KIND = new FindingKind(
            "SOURCE-QUENCH",
            Category.SECURITY,
            "Somebody asked a host to send more slowly by a message that was abolished because it can be forged.",
            List.of(LOW, MEDIUM),
            List.of("RFC 6633", "RFC 1122 section 3.2.2.3", "RFC 5927", "CVE-2004-0791"));

    /** Makes the rule. */
    public SourceQuenchRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<IpAddress, Gathered> byReporter = new TreeMap<>();
        for (ErrorGroup errors : merged.report().errors().entries()) {
            if (errors.icmpVersion() == 4 && errors.icmpType() == 4) {
                byReporter
                        .computeIfAbsent(errors.reporter(), fresh -> new Gathered())
                        .add(errors);
            }
        }
        byReporter.forEach((reporter, errors) -> {
            if (errors.count() >= merged.value(LOW)) {
                found.accept(finding(reporter, errors, merged));
            }
        });
    }

    private static Finding finding(IpAddress reporter, Gathered errors, Merged merged) {
        boolean medium = errors.count() >= merged.value(MEDIUM);
        FindingBuilder finding = FindingBuilder.of(KIND, medium ? Severity.MEDIUM : Severity.LOW, Confidence.MEDIUM)
                .says(
                        reporter + " sent source quenches",
                        reporter + " sent " + Say.count(errors.count())
                                + (errors.count() == 1 ? " message" : " messages")
                                + " to slow down about packets from " + Words.few(errors.sources) + " to "
                                + Words.few(errors.destinations) + "; routers must not send them since RFC 6633.")
                .measured("messages", errors.count(), merged.value(medium ? MEDIUM : LOW))
                .about(Gathered.addresses(List.of(List.of(reporter), errors.sources, errors.destinations)))
                .check(
                        "Captures from before 2012 and very old devices have them; hosts of today ignore them.",
                        "Look whether " + reporter
                                + " is an old device at the address that it sends from, and whether the"
                                + " quoted packets were really sent.",
                        DisplayFilter.all(DisplayFilter.type(4, 4), DisplayFilter.from(reporter)));
        return finding.evidence(errors.seen()).build();
    }
}
