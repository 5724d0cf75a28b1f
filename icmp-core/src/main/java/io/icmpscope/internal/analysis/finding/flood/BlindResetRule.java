package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/**
 * Errors about TCP between two addresses that look guessed: who does not see a connection must try ports and sequence numbers.
 * A firewall that refuses TCP with port unreachable sends errors about many ports too, but each with a number of its own, and
 * never about one pair of ports with many numbers.
 */
public final class BlindResetRule implements Rule {

    private static final Threshold ERRORS = new Threshold(
            "BLIND-RESET.errors",
            20,
            "errors",
            "errors about TCP between two addresses, of different ports or numbers");
    private static final Threshold PER_CONNECTION = new Threshold(
            "BLIND-RESET.per_connection",
            5,
            "sequence numbers",
            "different sequence numbers for each pair of ports: connections that are refused have one or two");

    private static final FindingKind KIND = new FindingKind(
            "BLIND-RESET",
            Category.SECURITY,
            "Errors that abort TCP connections between two addresses quote many different ports or sequence numbers.",
            List.of(ERRORS, PER_CONNECTION),
            List.of(
                    "RFC 5927 section 4.1",
                    "RFC 5927 section 5",
                    "RFC 1122 section 4.2.3.9",
                    "RFC 5461",
                    "CVE-2004-0790",
                    "CVE-2005-0065",
                    "MITRE ATT&CK T1499"));

    /** Makes the rule. */
    public BlindResetRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (Refusals refusals : merged.observed(Refusals.class)) {
            long varied = Math.max(refusals.connections(), refusals.sequences());
            if (refusals.errors().count() >= merged.value(ERRORS)
                    && varied >= merged.value(ERRORS)
                    && !isScan(refusals)) {
                found.accept(finding(refusals, merged));
            }
        }
    }

    /** One port that asks many: what a scanner does behind whose target a firewall refuses it. */
    private static boolean isScan(Refusals refusals) {
        return refusals.farPorts() > 4 * refusals.ports()
                && refusals.ofProtocol() < refusals.errors().count() / 2;
    }

    private static boolean isGuessed(Refusals refusals, Merged merged) {
        return refusals.sequences() >= merged.value(PER_CONNECTION) * refusals.connections()
                || refusals.connections() >= merged.value(PER_CONNECTION) * refusals.sequences()
                || refusals.ofProtocol() >= refusals.errors().count() / 2;
    }

    private static Finding finding(Refusals refusals, Merged merged) {
        boolean guessed = isGuessed(refusals, merged);
        int version = refusals.host().version();
        String between = "between " + refusals.host() + " and " + refusals.farEnd();
        return FindingBuilder.of(
                        KIND, guessed ? Severity.HIGH : Severity.INFO, guessed ? Confidence.MEDIUM : Confidence.LOW)
                .says(
                        "Errors about TCP " + between + " quote many ports or numbers",
                        Say.count(refusals.errors().count(), "error") + " about TCP " + between + " quote "
                                + Say.count(refusals.connections(), "pair") + " of ports and "
                                + Say.count(refusals.sequences(), "sequence number") + "; "
                                + Say.count(refusals.ofProtocol()) + " say that there is no TCP at all.")
                .measured(
                        "ports_or_numbers",
                        Math.max(refusals.connections(), refusals.sequences()),
                        merged.value(ERRORS))
                .about(refusals.host(), refusals.farEnd())
                .evidence(refusals.errors())
                .check(
                        "A firewall that refuses TCP by ICMP answers each attempt to connect with an error, each from another"
                                + " port.",
                        "Compare the quoted segments with those that " + refusals.host() + " sent to "
                                + refusals.farEnd()
                                + ": an error about one that was never sent is forged. Current systems do not abort"
                                + " established connections for it.",
                        DisplayFilter.all(
                                DisplayFilter.type(version, Failures.unreachable(version)),
                                DisplayFilter.from(refusals.host()),
                                DisplayFilter.to(refusals.farEnd())))
                .build();
    }
}
