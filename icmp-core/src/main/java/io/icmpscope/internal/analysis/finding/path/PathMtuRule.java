package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
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
import io.icmpscope.report.PathMtu;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Routers with a link that carries smaller packets than the senders expected. */
public final class PathMtuRule implements Rule {

    private static final FindingKind KIND = new FindingKind(
            "PMTU",
            Category.NETWORK,
            "A router reported that packets are too large for its next link, as path MTU discovery wants it to.",
            List.of(),
            List.of("RFC 1191 section 4", "RFC 1191 section 7.1", "RFC 8201 section 4", "RFC 4443 section 3.2"));

    private record Bottleneck(IpAddress reporter, long mtu) implements Comparable<Bottleneck> {
        @Override
        public int compareTo(Bottleneck other) {
            return Comparator.comparing(Bottleneck::reporter)
                    .thenComparingLong(Bottleneck::mtu)
                    .compare(this, other);
        }
    }

    /** Makes the rule. */
    public PathMtuRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<Bottleneck, Gathered> links = new TreeMap<>();
        for (PathMtu path : merged.report().pathMtu().entries()) {
            Long mtu = path.mtu();
            if (mtu != null && !path.reporters().isEmpty()) {
                add(path, links.computeIfAbsent(new Bottleneck(path.reporters().get(0), mtu), fresh -> new Gathered()));
            }
        }
        links.forEach((link, reports) -> found.accept(finding(link, reports)));
    }

    static void add(PathMtu path, Gathered reports) {
        reports.reporters.addAll(path.reporters());
        reports.sources.add(path.source());
        reports.destinations.add(path.destination());
        reports.add(new Seen(path.events(), path.frames(), path.firstTime(), path.lastTime()));
    }

    private static Finding finding(Bottleneck link, Gathered reports) {
        FindingBuilder finding = FindingBuilder.of(KIND, Severity.INFO, Confidence.HIGH)
                .says(
                        "An MTU of " + Say.count(link.mtu) + " bytes was reported by " + link.reporter,
                        Words.few(reports.reporters) + " sent " + Say.count(reports.count(), "report")
                                + " about packets from " + Words.few(reports.sources) + " to "
                                + Words.few(reports.destinations) + ": the next link is said to carry "
                                + Say.count(link.mtu) + " bytes.")
                .measured("reports", reports.count(), 1)
                .about(Gathered.addresses(List.of(reports.reporters, reports.destinations, reports.sources)))
                .check(
                        "This is how path MTU discovery works; PPPoE and tunnels are the usual reason.",
                        "Nothing, if the senders heed it; where the link should carry more, look at its MTU on "
                                + link.reporter + ".",
                        DisplayFilter.all(filter(link.reporter.version()), Words.from(reports.reporters)));
        return finding.evidence(reports.seen()).build();
    }

    static String filter(int version) {
        return version == 4
                ? DisplayFilter.all(DisplayFilter.type(4, 3), DisplayFilter.code(4, 4))
                : DisplayFilter.type(6, 2);
    }
}
