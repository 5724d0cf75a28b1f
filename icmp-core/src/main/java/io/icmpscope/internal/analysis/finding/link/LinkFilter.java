package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.message.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Display filters for messages about links. */
final class LinkFilter {

    private static final int MOST = 10; // addresses in a filter

    private LinkFilter() {}

    /** Messages of these types from these senders; from all when they are too many. */
    static String from(Collection<IpAddress> sources, Integer... types) {
        List<String> parts = new ArrayList<>(List.of(DisplayFilter.type(6, types)));
        if (!sources.isEmpty() && sources.size() <= MOST) {
            parts.add(DisplayFilter.in("ipv6.src", sources));
        }
        return String.join(" && ", parts);
    }

    /** Advertisements of a router. */
    static String of(RouterSeen router) {
        String advertisements = from(List.of(router.address()), 134);
        return router.framed() ? DisplayFilter.all(advertisements, ethernet(router.mac())) : advertisements;
    }

    static String ethernet(@Nullable String mac) {
        return "eth.src == " + mac;
    }

    /** Messages that name link-layer addresses of these addresses; all such when they are too many. */
    static String naming(Collection<IpAddress> addresses) {
        String types = DisplayFilter.type(6, 133, 135, 136);
        return addresses.size() > MOST
                ? types
                : DisplayFilter.all(
                        types,
                        DisplayFilter.any(
                                DisplayFilter.in("icmpv6.nd.na.target_address", addresses),
                                DisplayFilter.in("ipv6.src", addresses)));
    }

    /** Solicitations for and advertisements of these addresses; of all when they are too many. */
    static String about(Collection<IpAddress> targets) {
        String types = DisplayFilter.type(6, 135, 136);
        return targets.size() > MOST
                ? types
                : DisplayFilter.all(
                        types,
                        DisplayFilter.any(
                                DisplayFilter.in("icmpv6.nd.ns.target_address", targets),
                                DisplayFilter.in("icmpv6.nd.na.target_address", targets)));
    }
}
