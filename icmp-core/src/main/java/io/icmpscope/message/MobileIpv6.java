package io.icmpscope.message;

import java.util.List;

/**
 * A message between a mobile node and its home network: ICMPv6 types 144 to 147. Requests and replies carry the same
 * identifier.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6275#section-6.5">RFC 6275, sections 6.5 to 6.8</a>
 */
public sealed interface MobileIpv6 extends IcmpMessage {

    /**
     * Returns the number that pairs a reply with its request.
     *
     * @return 0 to 65,535
     */
    int identifier();

    /**
     * A mobile node asks for home agents: type 144.
     *
     * @param identifier 0 to 65,535
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6275#section-6.5">RFC 6275, section 6.5</a>
     */
    record HomeAgentRequest(int identifier) implements MobileIpv6 {}

    /**
     * A home agent names the home agents: type 145.
     *
     * @param identifier 0 to 65,535
     * @param homeAgents their addresses, the best first
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6275#section-6.6">RFC 6275, section 6.6</a>
     */
    record HomeAgentReply(int identifier, List<IpAddress> homeAgents) implements MobileIpv6 {
        /** Keeps a copy of the list. */
        public HomeAgentReply {
            homeAgents = List.copyOf(homeAgents);
        }
    }

    /**
     * A mobile node asks for the prefixes of its home: type 146.
     *
     * @param identifier 0 to 65,535
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6275#section-6.7">RFC 6275, section 6.7</a>
     */
    record PrefixSolicitation(int identifier) implements MobileIpv6 {}

    /**
     * A home agent names the prefixes of the home: type 147.
     *
     * @param identifier 0 to 65,535
     * @param managedAddresses M: addresses are to be had from DHCPv6
     * @param otherConfiguration O: other information is to be had from DHCPv6
     * @param options the prefixes
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6275#section-6.8">RFC 6275, section 6.8</a>
     */
    record PrefixAdvertisement(
            int identifier, boolean managedAddresses, boolean otherConfiguration, List<NdpOption> options)
            implements MobileIpv6 {
        /** Keeps a copy of the list. */
        public PrefixAdvertisement {
            options = List.copyOf(options);
        }
    }
}
