package io.icmpscope.message;

import io.icmpscope.message.NeighborDiscovery.RouterAdvertisement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option of neighbour discovery by which a router tells hosts how to use the network, beside what RFC 4861 has.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.2">RFC 4861, section 4.2</a>
 */
public sealed interface RouterOption extends NdpOption {

    /**
     * How often the router advertises: type 7.
     *
     * @param intervalMillis the longest time between two unsolicited advertisements, 0 to 2^32 - 1 ms
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6275#section-7.3">RFC 6275, section 7.3</a>
     */
    record AdvertisementInterval(long intervalMillis) implements RouterOption {
        @Override
        public int type() {
            return 7;
        }
    }

    /**
     * What a home agent says of itself: type 8.
     *
     * @param preference -32,768 to 32,767, greater is better
     * @param lifetimeSeconds how long it may be used as home agent, 0 to 65,535 s
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6275#section-7.4">RFC 6275, section 7.4</a>
     */
    record HomeAgentInformation(int preference, int lifetimeSeconds) implements RouterOption {
        @Override
        public int type() {
            return 8;
        }
    }

    /**
     * The provisioning domain that the information belongs to: type 21.
     *
     * @param name its name, not to be trusted
     * @param http H: further information can be had by HTTPS
     * @param legacy L: the domain has IPv4 by DHCP too
     * @param delayExponent the delay before asking is chosen up to 2^(this * 2) ms, 0 to 15
     * @param sequenceNumber changes with the information, 0 to 65,535
     * @param routerAdvertisement R: the header of an advertisement for those who know the domain, with the options that
     *     follow it in this one; else null
     * @param options those for hosts that know the domain, when there is no header
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8801#section-3.1">RFC 8801, section 3.1</a>
     */
    record PvdId(
            String name,
            boolean http,
            boolean legacy,
            int delayExponent,
            int sequenceNumber,
            @Nullable RouterAdvertisement routerAdvertisement,
            List<NdpOption> options)
            implements RouterOption {
        /** Keeps a copy of the list. */
        public PvdId {
            options = List.copyOf(options);
        }

        @Override
        public int type() {
            return 21;
        }
    }

    /**
     * A mobility anchor point: type 23.
     *
     * @param distance 0 to 15, 1 for a map on the link
     * @param preference 0 to 15, greater is better
     * @param registration R: the mobile node must form its regional address from the prefix of this one
     * @param validLifetimeSeconds how long it may be used, 0 to 2^32 - 1 s
     * @param address its global address
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5380#section-5">RFC 5380, section 5</a>
     */
    record MobilityAnchorPoint(
            int distance, int preference, boolean registration, long validLifetimeSeconds, IpAddress address)
            implements RouterOption {
        @Override
        public int type() {
            return 23;
        }
    }

    /**
     * A route more specific than the default one: type 24.
     *
     * @param prefix the destinations, bits that were not sent being zero
     * @param prefixLength how many bits of it count, 0 to 128; more is a sender's error and is kept
     * @param preference -1 low, 0 medium, 1 high; the reserved value 10b, by which hosts ignore the option, reads as 0
     * @param lifetimeSeconds how long the route is good, 0 to 2^32 - 1 s; 2^32 - 1 for ever
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4191#section-2.3">RFC 4191, section 2.3</a>
     */
    record RouteInformation(IpAddress prefix, int prefixLength, int preference, long lifetimeSeconds)
            implements RouterOption {
        @Override
        public int type() {
            return 24;
        }
    }

    /**
     * Recursive DNS servers: type 25.
     *
     * @param lifetimeSeconds how long they may be used, 0 to 2^32 - 1 s; 0 for no longer, 2^32 - 1 for ever
     * @param addresses their addresses
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8106#section-5.1">RFC 8106, section 5.1</a>
     */
    record RecursiveDnsServers(long lifetimeSeconds, List<IpAddress> addresses) implements RouterOption {
        /** Keeps a copy of the list. */
        public RecursiveDnsServers {
            addresses = List.copyOf(addresses);
        }

        @Override
        public int type() {
            return 25;
        }
    }

    /**
     * More flags of a router advertisement: type 26.
     *
     * @param flags 48 bits, of which none is assigned
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5175#section-4">RFC 5175, section 4</a>
     */
    record FlagsExtension(long flags) implements RouterOption {
        @Override
        public int type() {
            return 26;
        }
    }

    /**
     * Domains in which to search for names: type 31.
     *
     * @param lifetimeSeconds how long they may be used, 0 to 2^32 - 1 s; 0 for no longer, 2^32 - 1 for ever
     * @param domains their names without the last dot, not to be trusted
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8106#section-5.2">RFC 8106, section 5.2</a>
     */
    record DnsSearchList(long lifetimeSeconds, List<String> domains) implements RouterOption {
        /** Keeps a copy of the list. */
        public DnsSearchList {
            domains = List.copyOf(domains);
        }

        @Override
        public int type() {
            return 31;
        }
    }

    /**
     * Where the API of a captive portal is: type 37.
     *
     * @param uri not to be trusted, at most 255 characters of it
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8910#section-2.3">RFC 8910, section 2.3</a>
     */
    record CaptivePortal(String uri) implements RouterOption {
        @Override
        public int type() {
            return 37;
        }
    }

    /**
     * The prefix by which IPv4 addresses are translated: type 38.
     *
     * @param prefix its bits, at most the first 96, the others zero
     * @param prefixLength 32, 40, 48, 56, 64 or 96; -1 for the codes 6 and 7, by which hosts ignore the option
     * @param lifetimeSeconds how long it is good, 0 to 65,528 s in steps of 8
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8781#section-4">RFC 8781, section 4</a>
     */
    record Pref64(IpAddress prefix, int prefixLength, int lifetimeSeconds) implements RouterOption {
        @Override
        public int type() {
            return 38;
        }
    }

    /**
     * An encrypted DNS resolver: type 144.
     *
     * @param servicePriority 0 to 65,535, smaller is better
     * @param lifetimeSeconds how long it may be used, 0 to 2^32 - 1 s; 0 for no longer, 2^32 - 1 for ever
     * @param authenticationDomainName the name to check its certificate by, not to be trusted
     * @param addresses its addresses
     * @param serviceParameters how to reach it, as in the records of RFC 9460 section 2.2: the first 32 bytes as
     *     hexadecimal digits
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9463#section-6.1">RFC 9463, section 6.1</a>
     */
    record EncryptedDns(
            int servicePriority,
            long lifetimeSeconds,
            String authenticationDomainName,
            List<IpAddress> addresses,
            String serviceParameters)
            implements RouterOption {
        /** Keeps a copy of the list. */
        public EncryptedDns {
            addresses = List.copyOf(addresses);
        }

        @Override
        public int type() {
            return 144;
        }
    }
}
