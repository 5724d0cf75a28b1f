package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.QueryKind;
import java.util.List;
import java.util.function.Consumer;

/** Hosts that are asked for their names or addresses, and that may have told them. */
public final class NodeInformationRule implements Rule {

    private static final FindingKind KIND = new FindingKind(
            "NODE-INFORMATION",
            Category.SECURITY,
            "A host was asked for its names or addresses by ICMPv6, or told them.",
            List.of(),
            List.of("RFC 4620 section 5", "RFC 4620 section 8", "MITRE ATT&CK T1018"));

    /** Makes the rule. */
    public NodeInformationRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (Asked asked : Asked.of(QueryKind.NODE_INFORMATION, merged)) {
            found.accept(finding(asked));
        }
    }

    private static Finding finding(Asked asked) {
        boolean told = asked.replies() > 0;
        return FindingBuilder.of(KIND, told ? Severity.LOW : Severity.INFO, Confidence.HIGH)
                .says(
                        told
                                ? "Node information was given to " + asked.requester()
                                : "Node information was asked for by " + asked.requester(),
                        asked.requester() + " sent " + Say.count(asked.sent(), "captured question")
                                + " for names or addresses; " + Queries.answers(asked) + ".")
                .measured(told ? "replies" : "queries", told ? asked.replies() : (double) asked.sent(), 1)
                .about(asked.concerned())
                .evidence(asked.sent() + asked.replies(), asked.frames(), asked.first(), asked.last())
                .check(
                        "BSD and macOS ask and answer such queries (ping6 -w), on the own link also by default.",
                        told
                                ? "If " + asked.requester()
                                        + " is not of the own network, let a firewall drop ICMPv6 types 139"
                                        + " and 140; most hosts can switch their answers off."
                                : "Nobody answered in this capture. Look whether " + asked.requester()
                                        + " sends other probes.",
                        Queries.between(asked.requester(), QueryKind.NODE_INFORMATION))
                .build();
    }
}
