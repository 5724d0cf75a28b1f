package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
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
import java.util.Optional;
import java.util.function.Consumer;

/** Routers and prefixes whose end was advertised. */
public final class RouterExpiryRule implements Rule {

    private static final Threshold ADVERTISEMENTS = new Threshold(
            "RA-EXPIRY.advertisements", 1, "advertisements", "advertisements that end a router or a prefix, at least");

    private static final FindingKind KIND = new FindingKind(
            "RA-EXPIRY",
            Category.NETWORK,
            "An advertisement said that a router, or a prefix, that had been good is so no longer.",
            List.of(ADVERTISEMENTS),
            List.of("RFC 4861 section 6.2.5", "RFC 4861 section 11.1", "RFC 3756 section 4.2.2"));

    /** Makes the rule. */
    public RouterExpiryRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        boolean mixed = Links.mayBeMixed(merged);
        double least = merged.value(ADVERTISEMENTS);
        Links.apart(merged.observed(RouterSeen.class), RouterSeen::place)
                .values()
                .forEach(link -> {
                    for (RouterSeen router : link) {
                        Optional<RouterSeen> victim = victim(router, link);
                        if (victim.isPresent() && router.zeros().count() >= least) {
                            found.accept(byAnother(router, victim.get(), mixed, least));
                        } else if (router.farewells().count() >= least) {
                            found.accept(byItself(router, least));
                        }
                        if (router.deprecations().count() >= least) {
                            found.accept(ofPrefixes(router, least));
                        }
                    }
                });
    }

    private static Optional<RouterSeen> victim(RouterSeen router, List<RouterSeen> link) {
        return router.isDefaultRouter() || LinkLayer.isShared(router.mac())
                ? Optional.empty()
                : link.stream()
                        .filter(one -> !one.hasMac(router.mac()))
                        .filter(one -> one.mac() != null && router.mac() != null)
                        .filter(one -> Newcomers.impersonates(router, one))
                        .findFirst();
    }

    private static Finding byAnother(RouterSeen router, RouterSeen victim, boolean mixed, double least) {
        Seen zeros = router.zeros();
        return start(Links.severity(Severity.HIGH, mixed), Links.confidence(Confidence.MEDIUM, mixed), zeros, least)
                .says(
                        "Another sender said that router " + router.address() + " is no router any more",
                        Say.count(zeros.count(), "advertisement") + " in the name of " + router.address()
                                + " with lifetime 0 came from " + router.mac() + ", while that router sends from "
                                + victim.mac() + "; hosts that believe it have no default route.")
                .about(router.address())
                .check(
                        "Two routers that share an address, of which one takes over, do so too.",
                        "Find the switch port of " + router.mac() + "; RA Guard there stops it.",
                        LinkFilter.of(router))
                .build();
    }

    private static Finding byItself(RouterSeen router, double least) {
        Seen farewells = router.farewells();
        return start(Severity.INFO, Confidence.HIGH, farewells, least)
                .says(
                        "Router " + router.address() + " said that it is no default router any more",
                        Say.count(farewells.count(), "advertisement") + " of " + router.address()
                                + " had lifetime 0 after "
                                + Say.count(router.offers().count(), "advertisement")
                                + " that offered a default route.")
                .about(router.address())
                .check(
                        "A router that is shut down or has lost its uplink says so by design.",
                        "Ask whether it was shut down then; if not, compare the source of these frames with that of"
                                + " the earlier ones.",
                        LinkFilter.of(router) + " && icmpv6.nd.ra.router_lifetime == 0")
                .build();
    }

    /** A prefix that gives way to another is usual; with none left hosts lose their addresses. */
    private static Finding ofPrefixes(RouterSeen router, double least) {
        Seen ends = router.deprecations();
        boolean others = router.prefixes().values().stream().anyMatch(lifetimes -> lifetimes.preferred() > 0);
        boolean none = !others && router.farewells().count() == 0;
        return start(none ? Severity.MEDIUM : Severity.INFO, Confidence.MEDIUM, ends, least)
                .says(
                        "Router " + router.address() + " ended prefixes",
                        Say.count(ends.count(), "advertisement") + " of " + router.address() + " ended "
                                + String.join(
                                        ", ",
                                        router.deprecated().stream().sorted().toList())
                                + " by a preferred lifetime of 0"
                                + (none ? ", and no other prefix is left." : "."))
                .about(router.address())
                .check(
                        "A provider that hands out a new prefix makes the router end the old one.",
                        "Look whether another prefix is advertised at the same time.",
                        LinkFilter.of(router) + " && icmpv6.opt.prefix.preferred_lifetime == 0")
                .build();
    }

    private static FindingBuilder start(Severity severity, Confidence confidence, Seen shown, double least) {
        return FindingBuilder.of(KIND, severity, confidence)
                .measured("advertisements_that_end_it", shown.count(), least)
                .evidence(shown);
    }
}
