package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.analysis.finding.tunnel.EchoDataSeen.Mark;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Echo messages that are marked as those of a known tunnel or remote control are. */
public final class KnownTunnelRule implements Rule {

    private static final Threshold SURE = new Threshold(
            "TUNNEL-KNOWN.critical",
            3,
            "messages",
            "marked echo messages between two hosts, repeats and mere echoes aside, for critical");

    private static final FindingKind KIND = new FindingKind(
            "TUNNEL-KNOWN",
            Category.SECURITY,
            "Echo messages carry the mark of a program that tunnels or controls hosts by echo messages.",
            List.of(SURE),
            List.of("RFC 1122 section 3.2.2.6", "RFC 4443 section 4.2", "MITRE ATT&CK T1095", "MITRE ATT&CK T1572"));

    /** Makes the rule. */
    public KnownTunnelRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (EchoDataSeen seen : merged.observed(EchoDataSeen.class)) {
            for (Mark mark : seen.marks()) {
                found.accept(finding(seen, mark, merged.value(SURE)));
            }
        }
    }

    private static Finding finding(EchoDataSeen seen, Mark mark, double sure) {
        long count = mark.shown().count();
        boolean critical = mark.telling() >= sure;
        Signature known = mark.signature();
        return FindingBuilder.of(
                        KIND,
                        critical ? Severity.CRITICAL : Severity.HIGH,
                        critical ? Confidence.HIGH : Confidence.MEDIUM)
                .says(
                        "Echo messages " + seen.ends().between() + " look like those of " + known.program,
                        Say.count(count, "echo message") + " " + seen.ends().between() + " have " + known.mark
                                + ", as those of " + known.program + ".")
                .measured("marked_messages", mark.telling(), critical ? sure : 1)
                .about(seen.ends().requester(), seen.ends().responder())
                .evidence(
                        count,
                        mark.shown().frames(),
                        mark.shown().first(),
                        mark.shown().last())
                .check(
                        "The program may be wanted, as in a test of what a firewall lets through; few messages can have the"
                                + " mark by chance.",
                        "Look for " + known.program + " on both hosts, and at what else they exchange.",
                        seen.filter())
                .build();
    }
}
