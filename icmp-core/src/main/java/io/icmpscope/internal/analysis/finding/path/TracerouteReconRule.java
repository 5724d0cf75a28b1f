package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.Probes;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import io.icmpscope.report.Traceroute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hosts that explore the paths to several others. */
public final class TracerouteReconRule implements Rule {

    private static final Threshold INFO = new Threshold(
            "TRACEROUTE-RECON.info", 3, "destinations", "destinations to which one host explored the path, at least");
    private static final Threshold LOW = new Threshold(
            "TRACEROUTE-RECON.low", 10, "destinations", "destinations to which one host explored the path, for low");

    private static final FindingKind KIND = new FindingKind(
            "TRACEROUTE-RECON",
            Category.SECURITY,
            "A host explored the paths to several others, which shows how a network is built.",
            List.of(INFO, LOW),
            List.of(
                    "RFC 1812 section 5.2.7.3",
                    "RFC 4443 section 3.3",
                    "RFC 7707 section 5.9",
                    "MITRE ATT&CK T1018",
                    "MITRE ATT&CK T1590.004"));

    /** Makes the rule. */
    public TracerouteReconRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<IpAddress, List<Traceroute>> bySource = new TreeMap<>();
        for (Traceroute run : merged.report().traceroutes().entries()) {
            bySource.computeIfAbsent(run.source(), fresh -> new ArrayList<>()).add(run);
        }
        bySource.forEach((source, runs) -> {
            TreeSet<IpAddress> destinations = new TreeSet<>();
            runs.forEach(run -> destinations.add(run.destination()));
            if (destinations.size() >= merged.value(INFO)) {
                found.accept(finding(source, runs, destinations, merged));
            }
        });
    }

    private static Finding finding(
            IpAddress source, List<Traceroute> runs, Set<IpAddress> destinations, Merged merged) {
        int number = destinations.size();
        boolean low = number >= merged.value(LOW);
        return FindingBuilder.of(KIND, low ? Severity.LOW : Severity.INFO, Confidence.MEDIUM)
                .says(
                        source + " explored the paths to " + Say.count(number) + " destinations",
                        source + " ran " + Say.count(runs.size(), "traceroute") + " to " + Say.count(number)
                                + " destinations: " + Words.few(destinations) + ".")
                .measured("destinations", number, merged.value(low ? LOW : INFO))
                .about(Gathered.addresses(List.of(List.of(source), destinations)))
                .evidence(
                        runs.size(),
                        runs.stream()
                                .map(Traceroute::firstFrame)
                                .distinct()
                                .sorted()
                                .toList(),
                        first(runs),
                        last(runs))
                .check(
                        "Operators and monitoring do this all the time; programs that look for a near server do it too.",
                        "Ask who runs " + source + ", and whether it probes on a schedule.",
                        filter(source))
                .build();
    }

    private static @Nullable Instant first(List<Traceroute> runs) {
        return runs.stream()
                .map(Traceroute::firstTime)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant last(List<Traceroute> runs) {
        return runs.stream()
                .map(Traceroute::lastTime)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Probes, or the errors that quote them. */
    private static String filter(IpAddress source) {
        int version = source.version();
        return DisplayFilter.all(
                DisplayFilter.from(source),
                DisplayFilter.any(
                        (version == 4 ? "ip.ttl" : "ipv6.hlim") + " <= " + Probes.LARGEST_TTL,
                        DisplayFilter.type(version, version == 4 ? new Integer[] {3, 11} : new Integer[] {1, 2, 3})));
    }
}
