package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.analysis.finding.probe.RenumberingTally.Seen;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import java.util.List;
import java.util.function.Consumer;

/** Messages that change the prefixes of routers. */
public final class RenumberingRule implements Rule {

    private static final FindingKind KIND = new FindingKind(
            "ROUTER-RENUMBERING",
            Category.SECURITY,
            "A message wants routers to change their IPv6 prefixes, or tells what came of that.",
            List.of(),
            List.of("RFC 2894", "RFC 4890 section 3.4"));

    /** Makes the rule. */
    public RenumberingRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (Seen seen : merged.observed(Seen.class)) {
            found.accept(finding(seen));
        }
    }

    private static Finding finding(Seen seen) {
        return FindingBuilder.of(KIND, severity(seen), Confidence.HIGH)
                .says(
                        title(seen),
                        seen.source() + " sent " + Say.count(seen.count(), "message")
                                + " of router renumbering of this kind. Routers must heed only those that IPsec"
                                + " authenticates.")
                .measured("messages", seen.count(), 1)
                .about(seen.source())
                .evidence(seen.count(), seen.frames(), seen.firstTime(), seen.lastTime())
                .check(
                        "A planned renumbering, or a test of one in a laboratory. Hardly any router implements it.",
                        "Look for an Authentication Header or ESP in front of the message, and ask who manages the routers"
                                + " whether prefixes were to change. Drop ICMPv6 type 138 at the border.",
                        DisplayFilter.all(DisplayFilter.type(6, 138), code(seen), DisplayFilter.from(seen.source())))
                .build();
    }

    private static Severity severity(Seen seen) {
        return switch (seen.what()) {
            case COMMAND, RESET -> Severity.HIGH;
            case TEST -> Severity.MEDIUM;
            case RESULT -> Severity.LOW;
        };
    }

    private static String title(Seen seen) {
        return switch (seen.what()) {
            case COMMAND -> "Routers were told by " + seen.source() + " to change their prefixes";
            case TEST -> "Routers were asked by " + seen.source() + " what a renumbering would change";
            case RESULT -> "Results of a router renumbering came from " + seen.source();
            case RESET -> "The sequence numbers of router renumbering were set back by " + seen.source();
        };
    }

    private static String code(Seen seen) {
        return switch (seen.what()) {
            case COMMAND, TEST -> "!(icmpv6.code in {1, 255})";
            case RESULT -> DisplayFilter.code(6, 1);
            case RESET -> DisplayFilter.code(6, 255);
        };
    }
}
