package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.RouteOptions;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Hosts whose ICMP messages note their way, or choose it. */
public final class RouteOptionRule implements Rule {

    private final FindingKind kind;
    private final Threshold least;
    private final Severity severity;
    private final Set<Integer> options;
    private final String does;
    private final String harmless;
    private final String next;

    private RouteOptionRule(
            FindingKind kind, Severity severity, Set<Integer> options, String does, String harmless, String next) {
        this.kind = kind;
        least = kind.thresholds().get(0);
        this.severity = severity;
        this.options = options;
        this.does = does;
        this.harmless = harmless;
        this.next = next;
    }

    private static Threshold least(String id) {
        return new Threshold(id + ".messages", 1, "messages", "messages of one host with such an option, at least");
    }

    /**
     * Makes the rule about packets that note their way.
     *
     * @return the rule
     */
    public static RouteOptionRule record() {
        return new RouteOptionRule(
                new FindingKind(
                        "RECORD-ROUTE",
                        Category.PROTOCOL,
                        "Pings have the option that lets routers note their addresses in it.",
                        List.of(least("RECORD-ROUTE")),
                        List.of("RFC 791 section 3.1", "RFC 1122 section 3.2.2.6", "RFC 7126 section 4.5")),
                Severity.INFO,
                Set.of(RouteOptions.RECORD),
                "record the route of its packets",
                "This is ping with the option -R: a tool of administrators. Many routers drop or slow such packets.",
                "Read the addresses in the option of the replies: they are the way there and back.");
    }

    /**
     * Makes the rule about packets that choose their way.
     *
     * @return the rule
     */
    public static RouteOptionRule source() {
        return new RouteOptionRule(
                new FindingKind(
                        "SOURCE-ROUTE",
                        Category.SECURITY,
                        "Packets name the routers that they want to pass, which gets them around filters.",
                        List.of(least("SOURCE-ROUTE")),
                        List.of(
                                "RFC 791 section 3.1",
                                "RFC 7126 section 4.3",
                                "RFC 7126 section 4.4",
                                "RFC 6274 section 3.13.2.3",
                                "CVE-1999-0510")),
                Severity.MEDIUM,
                Set.of(RouteOptions.LOOSE, RouteOptions.STRICT),
                "choose the route of its packets",
                "An administrator who tests a path may do this; nearly all routers drop such packets today.",
                "Look which addresses the option names, and whether one of them belongs to you: its router should drop"
                        + " source-routed packets.");
    }

    @Override
    public FindingKind kind() {
        return kind;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<IpAddress, Gathered> byAsker = new TreeMap<>();
        for (ChosenRoute route : merged.observed(ChosenRoute.class)) {
            if (options.contains(route.use().option())) {
                Gathered messages = byAsker.computeIfAbsent(route.use().asker(), fresh -> new Gathered());
                messages.destinations.add(route.use().asked());
                messages.add(route.seen());
            }
        }
        byAsker.forEach((asker, messages) -> {
            if (messages.count() >= merged.value(least)) {
                found.accept(finding(asker, messages, merged));
            }
        });
    }

    private Finding finding(IpAddress asker, Gathered messages, Merged merged) {
        FindingBuilder finding = FindingBuilder.of(kind, severity, Confidence.HIGH)
                .says(
                        asker + " uses an IP option to " + does,
                        Say.count(messages.count(), "message") + " between " + asker + " and "
                                + Words.few(messages.destinations) + " have the option.")
                .measured("messages", messages.count(), merged.value(least))
                .about(Gathered.addresses(List.of(List.of(asker), messages.destinations)))
                .check(
                        harmless,
                        next,
                        DisplayFilter.all(
                                "icmp",
                                DisplayFilter.in(
                                        "ip.opt.type", options.stream().sorted().toList()),
                                DisplayFilter.with(asker)));
        return finding.evidence(messages.seen()).build();
    }
}
