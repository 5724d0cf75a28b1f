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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A lasting flood of port unreachable that the receiver did not cause. Some firewalls spend much time on each of them. */
public final class BlackNurseRule implements Rule {

    private static final Threshold RATE =
            new Threshold("BLACKNURSE.rate", 200, "errors per second", "port unreachable to one address in a second");
    private static final Threshold SECONDS =
            new Threshold("BLACKNURSE.seconds", 5, "seconds", "such seconds that follow each other");
    private static final Threshold HIGH =
            new Threshold("BLACKNURSE.high", 1_000, "errors per second", "errors in the busiest second, for high");
    private static final Threshold REPORTERS = new Threshold(
            "BLACKNURSE.reporters", 10, "hosts", "senders from which on the quotes are not believed any more");

    private static final FindingKind KIND = new FindingKind(
            "BLACKNURSE",
            Category.SECURITY,
            "An address received a lasting flood of port unreachable errors that its own datagrams do not explain.",
            List.of(RATE, SECONDS, HIGH, REPORTERS),
            List.of("RFC 1812 section 4.3.2.8", "MITRE ATT&CK T1498.001", "MITRE ATT&CK T1499"));

    /** Makes the rule. */
    public BlackNurseRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        forEach(merged, (burst, told) -> found.accept(finding(burst, told, merged)));
    }

    /** Whom such floods were for. */
    static Set<IpAddress> victims(Merged merged) {
        Set<IpAddress> victims = new HashSet<>();
        forEach(merged, (burst, told) -> victims.add(burst.address));
        return victims;
    }

    private static void forEach(Merged merged, BiConsumer<Burst, Told> action) {
        Map<IpAddress, Burst> bursts = new HashMap<>();
        for (Burst burst : Loads.bursts(merged, LoadTally.PORTS, merged.value(RATE))) {
            if (burst.longestRun() >= merged.value(SECONDS)) {
                bursts.put(burst.address, burst);
            }
        }
        for (Told told : bursts.isEmpty() ? List.<Told>of() : merged.observed(Told.class)) {
            Burst burst = bursts.get(told.host());
            if (burst != null && !(told.isAboutItsOwn() && told.reporters() < merged.value(REPORTERS))) {
                action.accept(burst, told);
            }
        }
    }

    private static Finding finding(Burst burst, Told told, Merged merged) {
        IpAddress flooded = burst.address;
        int version = flooded.version();
        boolean high = burst.peak() >= merged.value(HIGH);
        boolean sure = !told.isAboutItsOwn();
        return FindingBuilder.of(KIND, high ? Severity.HIGH : Severity.MEDIUM, sure ? Confidence.HIGH : Confidence.LOW)
                .says(
                        flooded + " received up to " + Say.count(burst.peak()) + " port unreachable errors a second",
                        "In " + Say.count(burst.busySeconds(), "second") + " " + flooded + " received "
                                + Say.count(burst.messages()) + " port unreachable errors from "
                                + Say.count(told.reporters(), "host") + "; "
                                + (told.own() == 0
                                        ? "none"
                                        : Say.percent(100.0
                                                * told.own()
                                                / told.errors().count()))
                                + " of all errors to it quote a datagram that it sent.")
                .measured("errors_per_second", burst.peak(), merged.value(high ? HIGH : RATE))
                .about(Senders.withSenders(flooded, merged))
                .evidence(burst.messages(), burst.firstFrames(told.errors()), burst.begin(merged), burst.end(merged))
                .check(
                        "A host that sends many datagrams to closed ports is answered like this, and address translation can"
                                + " hide that they were its own.",
                        "See whether " + flooded
                                + " sends UDP to the senders at all; watch the load of its firewall, and limit"
                                + " port unreachable errors before it.",
                        DisplayFilter.all(
                                DisplayFilter.type(version, Failures.unreachable(version)),
                                DisplayFilter.code(version, version == 4 ? 3 : 4),
                                DisplayFilter.to(flooded)))
                .build();
    }
}
