package io.icmpscope.message;

/**
 * How the interface is that an extended echo asked about: ICMPv4 type 43, ICMPv6 type 161. The code says whether there was
 * an answer.
 *
 * @param identifier 0 to 65,535, of the request
 * @param sequenceNumber 0 to 255, of the request: it has eight bits
 * @param state of the neighbour; meaningful only when the request was not about a local interface
 * @param active whether the interface is up
 * @param ipv4 whether IPv4 runs on it
 * @param ipv6 whether IPv6 runs on it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8335#section-3">RFC 8335, section 3</a>
 */
public record ExtendedEchoReply(
        int identifier, int sequenceNumber, State state, boolean active, boolean ipv4, boolean ipv6)
        implements IcmpQuery {

    /** The state of an entry of a neighbour table, RFC 4861 section 7.3.2; in the order of the three bits on the wire. */
    public enum State {
        /** None: what replies about a local interface have. */
        RESERVED,
        /** The neighbour was asked for its address. */
        INCOMPLETE,
        /** It was heard of lately. */
        REACHABLE,
        /** It was not heard of lately. */
        STALE,
        /** It is about to be asked whether it is there. */
        DELAY,
        /** It is being asked whether it is there. */
        PROBE,
        /** It did not answer. */
        FAILED,
        /** A value that has no meaning yet. */
        UNASSIGNED
    }
}
