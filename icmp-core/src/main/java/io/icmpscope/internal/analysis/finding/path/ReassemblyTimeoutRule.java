package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.FragmentTrouble;
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

/** Hosts that waited in vain for the rest of fragmented datagrams, or for whom we did. */
public final class ReassemblyTimeoutRule implements Rule {

    private static final Threshold ERRORS = new Threshold(
            "REASSEMBLY-TIMEOUT.errors", 1, "errors", "datagrams of which fragments did not arrive, at least");

    private static final Threshold GIVEN_UP = new Threshold(
            "REASSEMBLY-TIMEOUT.given_up",
            3,
            "messages",
            "messages to a host of which the first fragment was captured but not the rest, at least; no error says so");

    private static final FindingKind KIND = new FindingKind(
            "REASSEMBLY-TIMEOUT",
            Category.NETWORK,
            "Fragments of a datagram did not arrive in time, says the host that waited for them; or they were not captured.",
            List.of(ERRORS, GIVEN_UP),
            List.of(
                    "RFC 792",
                    "RFC 1122 section 3.3.2",
                    "RFC 8200 section 4.5",
                    "RFC 4443 section 3.3",
                    "CVE-2018-5391"));

    /** Makes the rule. */
    public ReassemblyTimeoutRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<IpAddress, Gathered> byReporter = new TreeMap<>();
        for (ErrorGroup errors : merged.report().errors().entries()) {
            Integer code = errors.icmpCode();
            if (code != null && code == 1 && errors.icmpType() == Failures.timeExceeded(errors.icmpVersion())) {
                byReporter
                        .computeIfAbsent(errors.reporter(), fresh -> new Gathered())
                        .add(errors);
            }
        }
        byReporter.forEach((reporter, errors) -> {
            if (errors.count() >= merged.value(ERRORS)) {
                found.accept(finding(reporter, errors, merged));
            }
        });
        ours(merged).forEach((host, messages) -> {
            if (messages.count() >= merged.value(GIVEN_UP) && !byReporter.containsKey(host)) {
                found.accept(ours(host, messages, merged));
            }
        });
    }

    /** What we gave up ourselves, by whom it was for. */
    private static Map<IpAddress, Gathered> ours(Merged merged) {
        Map<IpAddress, Gathered> byHost = new TreeMap<>();
        for (FragmentTrouble trouble : merged.observed(FragmentTrouble.class)) {
            if (trouble.kind() == FragmentTrouble.Kind.GIVEN_UP) {
                Gathered messages = byHost.computeIfAbsent(trouble.destination(), fresh -> new Gathered());
                messages.sources.add(trouble.source());
                messages.add(new Seen(trouble.count(), trouble.frames(), trouble.firstTime(), trouble.lastTime()));
            }
        }
        return byHost;
    }

    private static Finding finding(IpAddress reporter, Gathered errors, Merged merged) {
        int version = reporter.version();
        FindingBuilder finding = FindingBuilder.of(KIND, Severity.LOW, Confidence.HIGH)
                .says(
                        "Fragments to " + reporter + " did not arrive",
                        reporter + " gave up " + Say.count(errors.count(), "datagram")
                                + (errors.sources.isEmpty() ? "" : " from " + Words.few(errors.sources))
                                + " of which it had only a part.")
                .measured("errors", errors.count(), merged.value(ERRORS))
                .about(Gathered.addresses(List.of(List.of(reporter), errors.sources)))
                .check(
                        "Ordinary packet loss does this: one lost fragment loses the datagram. Tests that send only a first"
                                + " fragment do too.",
                        "Look whether all fragments passed here; a firewall on the way that drops those without a port is"
                                + " the usual reason. Smaller datagrams avoid it.",
                        DisplayFilter.all(
                                Words.errors(version, Failures.timeExceeded(version), List.of(1)),
                                DisplayFilter.from(reporter)));
        return finding.evidence(errors.seen()).build();
    }

    private static Finding ours(IpAddress host, Gathered messages, Merged merged) {
        return FindingBuilder.of(KIND, Severity.LOW, Confidence.LOW)
                .says(
                        "Messages in fragments to " + host + " remained incomplete",
                        "Of " + Say.count(messages.count(), "ICMP message") + " from " + Words.few(messages.sources)
                                + " to " + host + " the first fragment was captured, and not the rest.")
                .measured("incomplete_messages", messages.count(), merged.value(GIVEN_UP))
                .about(Gathered.addresses(List.of(List.of(host), messages.sources)))
                .evidence(messages.seen())
                .check(
                        "The rest may have come another way, past the capture, or after its end; tests of reassembly leave"
                                + " fragments out on purpose.",
                        "Capture at " + host
                                + ": where the rest is missing there too, a link or a firewall drops fragments,"
                                + " and the host says so after half a minute or more.",
                        DisplayFilter.all(DisplayFilter.fragments(host.version()), DisplayFilter.to(host)))
                .build();
    }
}
