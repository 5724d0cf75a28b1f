package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks of an address, RFC 4862 section 5.4, in which somebody else said to have it or to want it too.
 *
 * @param place which link
 * @param checkedOnLink how many addresses were checked on the link
 * @param asker the link-layer address of who asked last, or null
 * @param deniers the link-layer addresses of who objected, as far as known
 * @param seen the questions and the objections
 */
record CheckDenied(
        String place,
        IpAddress address,
        int checkedOnLink,
        @Nullable String asker,
        Set<String> deniers,
        Seen seen) {

    CheckDenied {
        deniers = Set.copyOf(deniers);
    }
}
