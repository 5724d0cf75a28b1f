package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Redirects of one router to one host, and what is odd about them.
 *
 * @param pair who redirects whom
 * @param gateways where the packets are to go, by address, 16 at most
 * @param destinations whose packets, by address, 16 at most
 * @param linkSources the link-layer addresses that the redirects came from, 16 at most
 * @param signs what is odd
 * @param forNetworks how many of them are about whole networks
 * @param seen the redirects
 */
record RedirectSigns(
        Pair pair,
        List<IpAddress> gateways,
        List<IpAddress> destinations,
        List<String> linkSources,
        Set<Sign> signs,
        long forNetworks,
        Seen seen) {

    /** What a genuine redirect does not have. */
    enum Sign {
        /** It has come through a router: no initial time to live, no hop limit of 255. */
        ROUTED("its time to live shows that it came through a router"),
        /** RFC 4861 section 8.1: a redirect comes from a link-local address. */
        NOT_LINK_LOCAL("it does not come from a link-local address"),
        /** The new gateway is no neighbour that could forward anything. */
        NO_GATEWAY("the new gateway cannot be one"),
        /** A private host is sent to a public gateway, or the other way round. */
        FAR_GATEWAY("the new gateway is not on the link of the receiver"),
        /** Its sender has several link-layer addresses, none of them a virtual router's. */
        SEVERAL_SENDERS("its frames come from several link-layer addresses"),
        /** The link's routers advertise themselves, and this is none of them. */
        NO_ROUTER("its sender never advertised itself as a router"),
        /** Neighbour discovery knows the sender by another link-layer address. */
        OTHER_SENDER("its frames come from another link-layer address than its sender has"),
        /** The new gateway then reports that it has no route for these packets. */
        LEADS_NOWHERE("the new gateway reports that it has no route to the destination");

        final String words;

        Sign(String words) {
            this.words = words;
        }
    }

    /**
     * Who redirects whom.
     *
     * @param reporter the router
     * @param receiver the host
     */
    record Pair(IpAddress reporter, IpAddress receiver) implements Spread.Key, Comparable<Pair>, Serializable {

        static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::reporter).thenComparing(Pair::receiver);

        @Override
        public long spread() {
            return Spread.of(Spread.of(0, reporter), receiver);
        }

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }
}
