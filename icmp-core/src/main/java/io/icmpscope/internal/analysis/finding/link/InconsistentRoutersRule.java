package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.link.Newcomers.Newcomer;
import io.icmpscope.internal.analysis.finding.link.RouterSeen.Lifetimes;
import io.icmpscope.internal.analysis.finding.link.RouterSeen.Parameters;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Routers of one link that tell hosts different things. */
public final class InconsistentRoutersRule implements Rule {

    private static final Threshold ROUTERS =
            new Threshold("RA-INCONSISTENT.routers", 2, "routers", "routers that do not agree, at least");
    private static final Threshold LIFETIMES = new Threshold(
            "RA-INCONSISTENT.lifetimes", 2, "times", "how much longer one says that a prefix is good, at least");

    private static final FindingKind KIND = new FindingKind(
            "RA-INCONSISTENT",
            Category.NETWORK,
            "Routers of one link told hosts different things that should be the same.",
            List.of(ROUTERS, LIFETIMES),
            List.of("RFC 4861 section 6.2.7"));

    /** Makes the rule. */
    public InconsistentRoutersRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        boolean mixed = Links.mayBeMixed(merged);
        Links.apart(merged.observed(RouterSeen.class), RouterSeen::place)
                .values()
                .forEach(link -> {
                    List<RouterSeen> routers = genuine(link, merged);
                    if (routers.size() >= merged.value(ROUTERS)
                            && routers.size() < merged.value(FloodOfRoutersRule.SENDERS)) {
                        judge(routers, mixed, merged, found);
                    }
                });
    }

    /** Those that another finding is about say other things on purpose. */
    private static List<RouterSeen> genuine(List<RouterSeen> link, Merged merged) {
        Set<RouterSeen> suspicious = Newcomers.of(link, merged).stream()
                .filter(newcomer -> newcomer.severity() != Severity.INFO)
                .map(Newcomer::router)
                .collect(Collectors.toSet());
        return link.stream()
                .filter(router -> router.isDefaultRouter() && !suspicious.contains(router))
                .toList();
    }

    private static void judge(List<RouterSeen> routers, boolean mixed, Merged merged, Consumer<Finding> found) {
        Set<String> differences = new LinkedHashSet<>();
        Set<RouterSeen> concerned = new LinkedHashSet<>();
        boolean grave = false;
        for (int i = 0; i < routers.size(); i++) {
            for (int j = i + 1; j < routers.size(); j++) {
                RouterSeen one = routers.get(i);
                RouterSeen other = routers.get(j);
                Set<String> some = areThereTogether(one, other) ? differences(one, other, merged) : Set.of();
                if (!some.isEmpty()) {
                    differences.addAll(some);
                    concerned.addAll(List.of(one, other));
                    grave |= isGrave(one.latest(), other.latest());
                }
            }
        }
        if (concerned.size() >= merged.value(ROUTERS)) {
            Severity severity = Links.severity(grave ? Severity.MEDIUM : Severity.LOW, mixed);
            found.accept(finding(List.copyOf(concerned), differences, severity, mixed, merged));
        }
    }

    private static boolean areThereTogether(RouterSeen one, RouterSeen other) {
        if (one.hasMac(other.mac()) || one.address().equals(other.address())) {
            return false;
        }
        boolean timeless = one.firstNanos() == Frame.NO_TIME || other.firstNanos() == Frame.NO_TIME;
        return timeless || (isThere(one, other.firstNanos()) && isThere(other, one.firstNanos()));
    }

    private static boolean isThere(RouterSeen router, long nanos) {
        return nanos <= router.lastNanos() + router.longestLifetime() * LinkMessage.SECOND;
    }

    private static Set<String> differences(RouterSeen one, RouterSeen other, Merged merged) {
        Parameters mine = one.latest();
        Parameters others = other.latest();
        Set<String> differences = new LinkedHashSet<>();
        add(differences, differ(mine.mtu(), others.mtu()), "the MTU");
        add(differences, mine.managed() != others.managed(), "whether addresses come from DHCPv6");
        add(differences, mine.other() != others.other(), "whether other settings come from DHCPv6");
        add(differences, differ(mine.hopLimit(), others.hopLimit()), "the hop limit");
        add(differences, lifetimesDiffer(one, other, merged.value(LIFETIMES)), "the lifetimes of a prefix");
        return differences;
    }

    private static boolean isGrave(Parameters mine, Parameters others) {
        return differ(mine.mtu(), others.mtu()) || mine.managed() != others.managed();
    }

    /** What one of them leaves open they do not differ in. */
    private static boolean differ(long one, long other) {
        return one != 0 && other != 0 && one != other;
    }

    private static boolean lifetimesDiffer(RouterSeen one, RouterSeen other, double factor) {
        return one.prefixes().entrySet().stream().anyMatch(entry -> {
            Lifetimes mine = entry.getValue();
            Lifetimes others = other.prefixes().getOrDefault(entry.getKey(), mine);
            return differs(mine.valid(), others.valid(), factor)
                    || differs(mine.preferred(), others.preferred(), factor);
        });
    }

    private static boolean differs(long one, long other, double factor) {
        return Math.max(one, other) > factor * Math.min(one, other);
    }

    private static void add(Set<String> differences, boolean differ, String what) {
        if (differ) {
            differences.add(what);
        }
    }

    private static Finding finding(
            List<RouterSeen> routers, Set<String> differences, Severity severity, boolean mixed, Merged merged) {
        List<IpAddress> addresses =
                routers.stream().map(RouterSeen::address).distinct().toList();
        Seen shown = Seen.sum(routers.stream().map(RouterSeen::offers).toList());
        return FindingBuilder.of(KIND, severity, Links.confidence(Confidence.HIGH, mixed))
                .says(
                        routers.size() + " routers of one link do not say the same",
                        "Routers "
                                + addresses.stream()
                                        .limit(4)
                                        .map(IpAddress::toString)
                                        .collect(Collectors.joining(", ")) + " do not agree on "
                                + String.join(", ", differences) + ".")
                .measured("routers_that_do_not_agree", routers.size(), merged.value(ROUTERS))
                .about(addresses)
                .evidence(shown)
                .check(
                        "Routers of different providers on one link may differ on purpose.",
                        "Compare their advertisements; hosts take the latest value, so it changes with every one.",
                        LinkFilter.from(addresses, 134))
                .build();
    }
}
