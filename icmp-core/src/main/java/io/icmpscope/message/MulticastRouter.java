package io.icmpscope.message;

/**
 * A message of multicast router discovery: ICMPv6 types 151 to 153.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4286">RFC 4286</a>
 */
public sealed interface MulticastRouter extends IcmpMessage {

    /**
     * A router says that it forwards multicast packets: type 151, whose code is a value.
     *
     * @param advertisementIntervalSeconds how often it says so, 0 to 255 s
     * @param queryIntervalSeconds how often it asks for listeners, 0 to 65,535 s; 0 when it does not
     * @param robustness how many losses are to be survived, 0 to 65,535; 0 when it does not ask for listeners
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4286#section-3.1">RFC 4286, section 3.1</a>
     */
    record Advertisement(int advertisementIntervalSeconds, int queryIntervalSeconds, int robustness)
            implements MulticastRouter {}

    /**
     * A node asks for multicast routers: type 152.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4286#section-4">RFC 4286, section 4</a>
     */
    record Solicitation() implements MulticastRouter {}

    /**
     * A router no longer forwards multicast packets: type 153.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4286#section-5">RFC 4286, section 5</a>
     */
    record Termination() implements MulticastRouter {}
}
