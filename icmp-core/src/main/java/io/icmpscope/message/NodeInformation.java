package io.icmpscope.message;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for the names or addresses of a node, or its answer: ICMPv6 types 139 and 140. Names are the sender's text,
 * not to be trusted: kept as they came, as UTF-8, at most 255 characters, control characters included.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4620#section-4">RFC 4620, section 4</a>
 */
public sealed interface NodeInformation extends IcmpMessage {

    /**
     * Returns what is asked for.
     *
     * @return 0 nothing, 2 the node's names, 3 its IPv6 addresses, 4 its IPv4 addresses; up to 65,535
     */
    int queryType();

    /**
     * Returns the flags, whose meaning depends on the query type.
     *
     * @return 16 bits; for addresses G 0x20, S 0x10, L 0x08, C 0x04, A 0x02, T 0x01
     */
    int flags();

    /**
     * Returns the random number that pairs a reply with its query.
     *
     * @return 64 bits
     */
    long nonce();

    /**
     * A question: type 139.
     *
     * @param queryType what is asked for
     * @param flags 16 bits
     * @param nonce 64 bits
     * @param subjectAddress whose information is asked for: with code 0 an IPv6, with code 2 an IPv4 address; else null
     * @param subjectName whose information is asked for with code 1, not to be trusted; else null
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4620#section-4">RFC 4620, section 4</a>
     */
    record Query(
            int queryType,
            int flags,
            long nonce,
            @Nullable IpAddress subjectAddress,
            @Nullable String subjectName) implements NodeInformation {}

    /**
     * An answer: type 140.
     *
     * @param queryType what was asked for
     * @param flags 16 bits
     * @param nonce 64 bits
     * @param names the node's names without the last dot, not to be trusted
     * @param addresses the node's addresses
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4620#section-6">RFC 4620, section 6</a>
     */
    record Reply(int queryType, int flags, long nonce, List<String> names, List<NodeAddress> addresses)
            implements NodeInformation {
        /** Keeps copies of the lists. */
        public Reply {
            names = List.copyOf(names);
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * An address of a node.
     *
     * @param ttlSeconds how long it may be kept, 0 to 2^32 - 1 s
     * @param address the address
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4620#section-6.3">RFC 4620, section 6.3</a>
     */
    record NodeAddress(long ttlSeconds, IpAddress address) implements Serializable {}
}
