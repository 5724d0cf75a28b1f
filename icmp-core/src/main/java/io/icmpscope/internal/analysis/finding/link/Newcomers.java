package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Routers that came to a link which had one already. */
final class Newcomers {

    /**
     * One of them.
     *
     * @param other a router that was there before
     * @param signs what makes it suspicious
     * @param severity how much so
     */
    record Newcomer(RouterSeen router, RouterSeen other, List<String> signs, Severity severity) {}

    private static final int HIGH = 1; // the preference

    private Newcomers() {}

    /** Finds those of one link, whose routers come in their order; none when they are too many to be routers. */
    static List<Newcomer> of(List<RouterSeen> link, Merged merged) {
        List<Newcomer> found = new ArrayList<>();
        for (RouterSeen router : link) {
            before(link, router).ifPresent(other -> found.add(newcomer(router, other, link)));
        }
        return found.size() >= merged.value(FloodOfRoutersRule.SENDERS) ? List.of() : found;
    }

    private static Optional<RouterSeen> before(List<RouterSeen> link, RouterSeen router) {
        Stream<RouterSeen> others = link.stream().filter(one -> !one.equals(router) && !isTheSame(one, router));
        return others.filter(
                        one -> impersonates(router, one) || (router.isDefaultRouter() && one.wasThereBefore(router)))
                .findFirst();
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

    private static Newcomer newcomer(RouterSeen router, RouterSeen other, List<RouterSeen> link) {
        if (LinkLayer.isShared(router.mac()) || LinkLayer.isShared(other.mac())) {
            return new Newcomer(router, other, List.of("routers share its link-layer address"), Severity.INFO);
        }
        List<RouterSeen> earlier =
                link.stream().filter(one -> one.wasThereBefore(router)).toList();
        List<String> signs = new ArrayList<>();
        add(signs, impersonates(router, other), "it uses the address of a router with another link-layer address");
        add(signs, router.otherMac().count() > 0, "it names another link-layer address than its frames have");
        add(signs, router.far().count() > 0, "its hop limit or source is that of another link");
        add(signs, isPreferred(router, earlier), "it claims high preference");
        add(signs, namesNewServers(router, earlier), "it names other DNS servers");
        if (!signs.isEmpty()) {
            return new Newcomer(router, other, signs, Severity.HIGH);
        }
        boolean alike = !router.prefixes().isEmpty()
                && other.prefixes().keySet().containsAll(router.prefixes().keySet());
        return alike
                ? new Newcomer(router, other, List.of("it has the same prefixes"), Severity.INFO)
                : new Newcomer(router, other, List.of(), Severity.MEDIUM);
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
