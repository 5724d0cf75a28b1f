package io.icmpscope.message;

/**
 * A request or its reply, which carry the same identifier and sequence number so that they can be paired.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1122#section-3.2.2">RFC 1122, section 3.2.2</a>
 */
public sealed interface IcmpQuery extends IcmpMessage
        permits AddressMask,
                DomainNameReply,
                DomainNameRequest,
                Echo,
                ExtendedEchoReply,
                ExtendedEchoRequest,
                InformationQuery,
                Timestamp {

    /**
     * Returns the identifier, which tells the askers of one host apart.
     *
     * @return 0 to 65,535, read in network byte order
     */
    int identifier();

    /**
     * Returns the sequence number, which tells the questions of one asker apart.
     *
     * @return 0 to 65,535, read in network byte order
     */
    int sequenceNumber();
}
