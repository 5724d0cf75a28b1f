package io.icmpscope.message;

import java.io.Serializable;
import java.util.List;

/**
 * A router offers itself: ICMPv4 type 9. The advertisement of ICMPv6 is another message.
 *
 * @param lifetimeSeconds how long the addresses may be used, 0 to 65,535 seconds; 0 when the router is leaving
 * @param routers the addresses offered
 * @param extensions what a mobility agent appends
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1256#section-3">RFC 1256, section 3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5944#section-2.1">RFC 5944, section 2.1</a>
 */
public record RouterAdvertisementV4(int lifetimeSeconds, List<Router> routers, List<Extension> extensions)
        implements IcmpMessage {

    /** Keeps copies of the lists. */
    public RouterAdvertisementV4 {
        routers = List.copyOf(routers);
        extensions = List.copyOf(extensions);
    }

    /**
     * One address of the router.
     *
     * @param address where packets may be sent to
     * @param preference signed, -2^31 to 2^31 - 1, higher is better; see {@link #neverDefault}
     */
    public record Router(IpAddress address, int preference) implements Serializable {

        /**
         * Says whether the address is not to be used as a default router, which is the smallest preference.
         *
         * @return whether it is
         */
        public boolean neverDefault() {
            return preference == Integer.MIN_VALUE;
        }
    }

    /**
     * One extension of Mobile IP, RFC 5944 section 1.10.
     *
     * @param type such as 16 for a mobility agent, 19 for the lengths of prefixes, 24 for a challenge
     * @param dataBytes how many bytes follow its type and length
     */
    public record Extension(int type, int dataBytes) implements Serializable {}
}
