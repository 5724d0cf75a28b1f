package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.analysis.finding.link.Newcomers.Newcomer;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Routers that came to a link which had one. */
public final class RogueRouterRule implements Rule {

    private static final Threshold ADVERTISEMENTS = new Threshold(
            "RA-ROGUE.advertisements", 1, "advertisements", "advertisements of the second router, at least");

    private static final FindingKind KIND = new FindingKind(
            "RA-ROGUE",
            Category.SECURITY,
            "A second router advertised itself on a link on which another one had been advertising.",
            List.of(ADVERTISEMENTS),
            List.of(
                    "RFC 6104",
                    "RFC 6105",
                    "RFC 7113",
                    "RFC 4861 section 6.1.2",
                    "RFC 4861 section 11.1",
                    "RFC 3756 section 4.2.1",
                    "MITRE ATT&CK T1557"));

    /** Makes the rule. */
    public RogueRouterRule() {}

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
                    for (Newcomer newcomer : Newcomers.of(link, merged)) {
                        if (newcomer.router().all().count() >= merged.value(ADVERTISEMENTS)) {
                            found.accept(finding(newcomer, mixed, merged));
                        }
                    }
                });
    }

    private static Finding finding(Newcomer newcomer, boolean mixed, Merged merged) {
        RouterSeen router = newcomer.router();
        RouterSeen other = newcomer.other();
        Seen shown = router.all();
        boolean harmless = newcomer.severity() == Severity.INFO;
        String signs = newcomer.signs().isEmpty() ? "" : ": " + String.join(", ", newcomer.signs());
        Confidence confidence = harmless || newcomer.severity() == Severity.HIGH ? Confidence.MEDIUM : Confidence.LOW;
        return FindingBuilder.of(KIND, Links.severity(newcomer.severity(), mixed), Links.confidence(confidence, mixed))
                .says(
                        router.address().equals(other.address())
                                ? "A second sender uses the address of router " + router.address()
                                : "A second router advertised itself: " + router.address(),
                        "Router " + named(router) + " advertised itself " + Say.count(shown.count(), "time") + " after "
                                + named(other) + " had done so" + signs + ".")
                .measured("advertisements_of_the_second_router", (double) shown.count(), merged.value(ADVERTISEMENTS))
                .about(router.address(), other.address())
                .evidence(shown)
                .check(
                        "A new router, a second uplink, a phone that shares its connection, or routers that back each other up"
                                + " look the same.",
                        "Find the switch port of " + (router.mac() == null ? router.address() : router.mac())
                                + ", and ask whether a router belongs there; RA Guard on the other ports stops the rest.",
                        LinkFilter.of(router))
                .build();
    }

    private static String named(RouterSeen router) {
        return router.mac() == null ? router.address().toString() : router.address() + " (" + router.mac() + ")";
    }
}
