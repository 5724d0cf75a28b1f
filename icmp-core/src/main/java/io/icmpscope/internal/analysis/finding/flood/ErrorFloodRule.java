package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Many errors a second to one address, unless {@link BlackNurseRule} says so more exactly. */
public final class ErrorFloodRule implements Rule {

    private static final FloodLevels LEVELS = new FloodLevels("FLOOD-ERROR", "errors", "ICMP errors");
    private static final Threshold REPORTERS = new Threshold(
            "FLOOD-ERROR.reporters", 10, "hosts", "senders of errors from which on its own traffic is no excuse");

    private static final FindingKind KIND = new FindingKind(
            "FLOOD-ERROR",
            Category.SECURITY,
            "An address received very many errors (unreachable or time exceeded) a second for some time.",
            LEVELS.and(REPORTERS),
            List.of("MITRE ATT&CK T1498.001", "RFC 1812 section 4.3.2.8", "RFC 4443 section 2.4"));

    /** Makes the rule. */
    public ErrorFloodRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        List<Burst> floods = LEVELS.floods(merged, Loads.bursts(merged, LoadTally.ERRORS, LEVELS.busy(merged)));
        if (floods.isEmpty()) {
            return;
        }
        Set<IpAddress> told = BlackNurseRule.victims(merged);
        floods.stream()
                .filter(burst -> !told.contains(burst.address))
                .forEach(burst -> merged.observed(Told.class).stream()
                        .filter(errors -> errors.host().equals(burst.address))
                        .forEach(errors -> found.accept(finding(burst, errors, merged))));
    }

    private static Finding finding(Burst burst, Told told, Merged merged) {
        IpAddress flooded = burst.address;
        boolean own = told.isAboutItsOwn();
        boolean harmless = own
                && (told.reporters() < merged.value(REPORTERS)
                        || told.captured() >= told.errors().count() / 10);
        Severity severity = harmless ? Severity.LOW : LEVELS.severity(merged, burst);
        return LEVELS.measured(FindingBuilder.of(KIND, severity, Confidence.MEDIUM), merged, burst)
                .says(
                        flooded + " received up to " + Say.count(burst.peak()) + " ICMP errors a second",
                        LEVELS.sentence(burst) + " They came from " + Say.count(told.reporters(), "host") + "; "
                                + Say.percent(100.0 * told.own() / told.errors().count())
                                + " of them are about a datagram that has " + flooded + " as its source.")
                .about(Senders.withSenders(flooded, merged))
                .evidence(burst.messages(), burst.firstFrames(told.errors()), burst.begin(merged), burst.end(merged))
                .check(
                        own
                                ? flooded
                                        + " may send that many datagrams to where they cannot arrive: a scan, a load test or"
                                        + " a program that repeats itself without waiting."
                                : "Address translation between here and there can change what the errors quote.",
                        own
                                ? "Look what " + flooded + " sends to the addresses in the quotes; if it sends nothing,"
                                        + " somebody else uses its address."
                                : "Look which datagrams the errors quote; drop them at the border if " + flooded
                                        + " suffers.",
                        filter(flooded))
                .build();
    }

    private static String filter(IpAddress flooded) {
        int version = flooded.version();
        return DisplayFilter.all(DisplayFilter.type(version, Failures.types(version)), DisplayFilter.to(flooded));
    }
}
