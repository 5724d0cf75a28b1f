package io.icmpscope.internal.analysis.finding.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What link-layer addresses tell of themselves. */
final class LinkLayer {

    /** Those that routers share: VRRP, RFC 9568 section 7.3; HSRP of either version; GLBP. CARP uses those of VRRP. */
    private static final List<String> SHARED = List.of(
            "00:00:5e:00:01:", "00:00:5e:00:02:", "00:05:73:a0:", "00:00:0c:07:ac:", "00:00:0c:9f:f", "00:07:b4:");

    private LinkLayer() {}

    /** Says whether an address moves from one router to another by design. */
    static boolean isShared(@Nullable String mac) {
        return mac != null && SHARED.stream().anyMatch(mac::startsWith);
    }
}
