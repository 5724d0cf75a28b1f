package io.icmpscope.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message by which the nodes of one link find each other: ICMPv6 types 133 to 137, and 141 and 142 for the inverse
 * question.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4">RFC 4861, section 4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3122#section-2">RFC 3122, section 2</a>
 */
public sealed interface NeighborDiscovery extends IcmpMessage {

    /**
     * Returns the options of the message.
     *
     * @return options in their order, at most 1,024; fewer than were sent when the message was cut or is malformed
     */
    List<NdpOption> options();

    /**
     * A host asks for routers: type 133.
     *
     * @param options what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.1">RFC 4861, section 4.1</a>
     */
    record RouterSolicitation(List<NdpOption> options) implements NeighborDiscovery {
        /** Keeps a copy of the list. */
        public RouterSolicitation {
            options = List.copyOf(options);
        }
    }

    /**
     * A router makes itself and the parameters of the link known: type 134.
     *
     * @param hopLimit the hop limit that hosts are to send with, 1 to 255; 0 for none suggested
     * @param managedAddresses M: addresses are to be had from DHCPv6
     * @param otherConfiguration O: other information is to be had from DHCPv6
     * @param homeAgent H: the router is a home agent, RFC 6275 section 7.1
     * @param preference how good a default router it is: -1 low, 0 medium, 1 high; the reserved value 10b reads as 0,
     *     RFC 4191 section 2.2
     * @param proxy P: the message was relayed by a proxy, RFC 4389 section 4.1.3.3
     * @param flags all eight flags as sent, 0 to 255, those above included
     * @param routerLifetimeSeconds how long it may be used as default router, 0 to 65,535 s; 0 for no default router
     * @param reachableTimeMillis how long a confirmed neighbour counts as reachable, 0 to 2^32 - 1 ms; 0 for unspecified
     * @param retransTimerMillis the time between two solicitations, 0 to 2^32 - 1 ms; 0 for unspecified
     * @param options what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.2">RFC 4861, section 4.2</a>
     */
    record RouterAdvertisement(
            int hopLimit,
            boolean managedAddresses,
            boolean otherConfiguration,
            boolean homeAgent,
            int preference,
            boolean proxy,
            int flags,
            int routerLifetimeSeconds,
            long reachableTimeMillis,
            long retransTimerMillis,
            List<NdpOption> options)
            implements NeighborDiscovery {
        /** Keeps a copy of the list. */
        public RouterAdvertisement {
            options = List.copyOf(options);
        }
    }

    /**
     * A node asks who has an address, or whether its owner is still there: type 135.
     *
     * @param target the address asked for
     * @param options what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.3">RFC 4861, section 4.3</a>
     */
    record NeighborSolicitation(IpAddress target, List<NdpOption> options) implements NeighborDiscovery {
        /** Keeps a copy of the list. */
        public NeighborSolicitation {
            options = List.copyOf(options);
        }
    }

    /**
     * A node says that it has an address: type 136.
     *
     * @param router R: the sender is a router
     * @param solicited S: it was asked
     * @param override O: what was known before is to be replaced
     * @param target the address that it has
     * @param options what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.4">RFC 4861, section 4.4</a>
     */
    record NeighborAdvertisement(
            boolean router, boolean solicited, boolean override, IpAddress target, List<NdpOption> options)
            implements NeighborDiscovery {
        /** Keeps a copy of the list. */
        public NeighborAdvertisement {
            options = List.copyOf(options);
        }
    }

    /**
     * A router names a better first hop for a destination: type 137. It is no error message, and what it quotes stands
     * in an option.
     *
     * @param target the better first hop; the destination itself when that is on the link
     * @param destination the address that is redirected
     * @param options what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.5">RFC 4861, section 4.5</a>
     */
    record RedirectMessage(IpAddress target, IpAddress destination, List<NdpOption> options)
            implements NeighborDiscovery {
        /** Keeps a copy of the list. */
        public RedirectMessage {
            options = List.copyOf(options);
        }

        /**
         * Says whether the destination turned out to be a neighbour.
         *
         * @return whether target and destination are the same
         */
        public boolean destinationIsOnLink() {
            return target.equals(destination);
        }

        /**
         * Returns the datagram that took the longer way.
         *
         * @return what the first Redirected Header option quotes, or null without one
         */
        public @Nullable QuotedDatagram quoted() {
            return options.stream()
                    .filter(NdpOption.RedirectedHeader.class::isInstance)
                    .map(option -> ((NdpOption.RedirectedHeader) option).quoted())
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * A node asks which addresses belong to a link-layer address: type 141.
     *
     * @param options source and target link-layer address, and what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3122#section-2.1">RFC 3122, section 2.1</a>
     */
    record InverseSolicitation(List<NdpOption> options) implements NeighborDiscovery {
        /** Keeps a copy of the list. */
        public InverseSolicitation {
            options = List.copyOf(options);
        }
    }

    /**
     * A node names the addresses of a link-layer address: type 142.
     *
     * @param options source and target link-layer address, the target address list, and what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3122#section-2.2">RFC 3122, section 2.2</a>
     */
    record InverseAdvertisement(List<NdpOption> options) implements NeighborDiscovery {
        /** Keeps a copy of the list. */
        public InverseAdvertisement {
            options = List.copyOf(options);
        }
    }
}
