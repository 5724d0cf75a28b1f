package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Routers that do not fit with one that was there when they came, or that came when they were there. */
final class Newcomers {

    /**
     * One of them.
     *
     * @param router the one that does not fit, as far as that can be told; else the later one
     * @param other the other one
     * @param signs what makes it suspicious
     * @param severity how much so
     */
    record Newcomer(RouterSeen router, RouterSeen other, List<String> signs, Severity severity) {}

    private static final int HIGH = 1; // the preference

    private static final int MOST = 3; // prefixes and servers that are named

    private Newcomers() {}

    /** Finds those of one link, whose routers come in their order; none when they are too many to be routers. */
    static List<Newcomer> of(List<RouterSeen> link, Merged merged) {
        List<Newcomer> found = new ArrayList<>();
        for (RouterSeen router : link) {
            before(link, router)
                    .flatMap(other -> newcomer(router, other, link))
                    .filter(one ->
                            found.stream().noneMatch(told -> told.router().equals(one.router())))
                    .ifPresent(found::add);
        }
        return found.size() >= merged.value(FloodOfRoutersRule.SENDERS) ? List.of() : found;
    }

    /** One that only ends the other is told as that. */
    private static Optional<RouterSeen> before(List<RouterSeen> link, RouterSeen router) {
        Stream<RouterSeen> others = link.stream().filter(one -> !one.equals(router) && !isTheSame(one, router));
        return router.isDefaultRouter()
                ? others.filter(one -> impersonates(router, one) || one.wasThereBefore(router))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isTheSame(RouterSeen one, RouterSeen other) {
        return one.hasMac(other.mac()) || (one.mac() == null && one.address().equals(other.address()));
    }

    /** Says whether a router uses the address of another one, while that is there. */
    static boolean impersonates(RouterSeen router, RouterSeen other) {
        return router.address().equals(other.address())
                && other.isDefaultRouter()
                && other.firstFrame() < router.firstFrame()
                && (!router.isDefaultRouter() || other.lastFrame() > router.firstFrame());
    }

    private static Optional<Newcomer> newcomer(RouterSeen router, RouterSeen other, List<RouterSeen> link) {
        boolean sameAddress = router.address().equals(other.address());
        if (!sameAddress
                && differences(router, other).isEmpty()
                && own(router, List.of(other)).isEmpty()) {
            return Optional.empty();
        }
        if (LinkLayer.isShared(router.mac()) || LinkLayer.isShared(other.mac())) {
            return Optional.of(
                    new Newcomer(router, other, List.of("routers share its link-layer address"), Severity.INFO));
        }
        List<RouterSeen> earlier =
                link.stream().filter(one -> one.wasThereBefore(router)).toList();
        List<String> signs = new ArrayList<>();
        add(signs, impersonates(router, other), "it uses the address of a router with another link-layer address");
        signs.addAll(own(router, earlier));
        boolean alike = !router.prefixes().isEmpty()
                && other.prefixes().keySet().containsAll(router.prefixes().keySet());
        boolean servers = namesNewServers(router, earlier);
        List<String> ofOther = own(other, List.of(router));
        if (signs.isEmpty() && !alike && !ofOther.isEmpty()) { // the capture began when it was there already
            boolean certain = servers || hasOtherMac(other) || isFar(other);
            return Optional.of(new Newcomer(other, router, ofOther, certain ? Severity.HIGH : Severity.MEDIUM));
        }
        add(signs, servers, "it names other DNS servers");
        if (!signs.isEmpty()) {
            return Optional.of(new Newcomer(router, other, signs, Severity.HIGH));
        }
        return Optional.of(
                alike
                        ? new Newcomer(router, other, List.of("it has the same prefixes"), Severity.INFO)
                        : new Newcomer(router, other, List.of(), Severity.MEDIUM));
    }

    /** What is suspicious in a router whoever was there first. */
    private static List<String> own(RouterSeen router, List<RouterSeen> others) {
        List<String> signs = new ArrayList<>();
        add(signs, hasOtherMac(router), "it names another link-layer address than its frames have");
        add(signs, isFar(router), "its hop limit or source is that of another link");
        add(signs, isPreferred(router, others), "it claims high preference");
        return signs;
    }

    /** In what two routers differ that hosts would notice: each with the value of the first and that of the second. */
    static List<String> differences(RouterSeen one, RouterSeen other) {
        List<String> found = new ArrayList<>();
        differ(found, "preference", preference(one), preference(other));
        differ(found, "lifetime", one.longestLifetime() + " s", other.longestLifetime() + " s");
        differ(
                found,
                "prefixes",
                listed(one.prefixes().keySet()),
                listed(other.prefixes().keySet()));
        differ(found, "DNS servers", listed(one.dnsServers()), listed(other.dnsServers()));
        return found;
    }

    private static void differ(List<String> found, String what, String one, String other) {
        if (!one.equals(other)) {
            found.add(what + " " + one + " against " + other);
        }
    }

    private static String preference(RouterSeen router) {
        return router.preference() >= HIGH ? "high" : router.preference() == 0 ? "medium" : "low";
    }

    private static String listed(Collection<?> some) {
        String first = some.stream().map(Object::toString).sorted().limit(MOST).collect(Collectors.joining(" "));
        return some.isEmpty() ? "none" : some.size() > MOST ? first + " and more" : first;
    }

    private static boolean hasOtherMac(RouterSeen router) {
        return router.otherMac().count() > 0;
    }

    private static boolean isFar(RouterSeen router) {
        return router.far().count() > 0;
    }

    private static boolean isPreferred(RouterSeen router, List<RouterSeen> earlier) {
        return router.isDefaultRouter()
                && router.preference() >= HIGH
                && earlier.stream().noneMatch(one -> one.preference() >= HIGH);
    }

    private static boolean namesNewServers(RouterSeen router, List<RouterSeen> earlier) {
        List<IpAddress> known =
                earlier.stream().flatMap(one -> one.dnsServers().stream()).toList();
        return router.dnsServers().stream().anyMatch(server -> !known.contains(server));
    }

    private static void add(List<String> signs, boolean seen, String sign) {
        if (seen) {
            signs.add(sign);
        }
    }
}
