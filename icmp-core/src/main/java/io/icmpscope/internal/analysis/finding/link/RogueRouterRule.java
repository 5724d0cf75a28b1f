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

/** Routers of one link that do not fit together. */
public final class RogueRouterRule implements Rule {

    private static final Threshold ADVERTISEMENTS = new Threshold(
            "RA-ROGUE.advertisements", 1, "advertisements", "advertisements of the second router, at least");

    private static final FindingKind KIND = new FindingKind(
            "RA-ROGUE",
            Category.SECURITY,
            "Two routers advertised themselves on one link, and said different things or used one address.",
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
        boolean sameAddress = router.address().equals(other.address());
        return FindingBuilder.of(KIND, Links.severity(newcomer.severity(), mixed), Links.confidence(confidence, mixed))
                .says(
                        sameAddress
                                ? "Two senders use the address of router " + router.address()
                                : "Two routers on one link: " + router.address() + " and " + other.address(),
                        (sameAddress
                                        ? "Advertisements of " + router.address() + " came from " + router.mac() + " ("
                                                + times(router) + ") and " + other.mac() + " (" + times(other) + ")"
                                        : "Router " + named(router) + " advertised itself " + times(router)
                                                + " on one link with " + named(other) + ", which did so "
                                                + times(other))
                                + signs + differences(newcomer) + ".")
                .measured("advertisements_of_the_router", shown.count(), merged.value(ADVERTISEMENTS))
                .about(router.address(), other.address())
                .evidence(shown)
                .check(
                        "A new router, a second uplink, a phone that shares its connection, or routers that back each other"
                                + " up look the same. Which of the two was heard first in the capture is no proof of"
                                + " which one belongs there.",
                        "Find the switch ports of " + port(router) + " and " + port(other)
                                + ", and ask which routers belong there; RA Guard on the other ports stops the rest.",
                        LinkFilter.of(router))
                .build();
    }

    private static String differences(Newcomer newcomer) {
        List<String> differences = Newcomers.differences(newcomer.router(), newcomer.other());
        return differences.isEmpty() ? "" : "; they differ: " + String.join(", ", differences);
    }

    private static String times(RouterSeen router) {
        return Say.count(router.all().count(), "time");
    }

    private static String port(RouterSeen router) {
        String mac = router.mac();
        return mac == null ? router.address().toString() : mac;
    }

    private static String named(RouterSeen router) {
        return router.mac() == null ? router.address().toString() : router.address() + " (" + router.mac() + ")";
    }
}
