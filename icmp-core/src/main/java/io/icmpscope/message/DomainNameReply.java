package io.icmpscope.message;

import java.util.List;

/**
 * A host tells its names: ICMPv4 type 38, historic.
 *
 * @param identifier 0 to 65,535, network byte order
 * @param sequenceNumber 0 to 65,535, network byte order
 * @param ttlSeconds how long the names may be kept, in seconds, signed
 * @param names fully qualified, in the master-file form of RFC 1035 section 5.1 with a dot at the end; none when the host
 *     has none; text of a stranger
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1788#section-3">RFC 1788, section 3</a>
 */
public record DomainNameReply(int identifier, int sequenceNumber, int ttlSeconds, List<String> names)
        implements IcmpQuery {

    /** Keeps a copy of the list. */
    public DomainNameReply {
        names = List.copyOf(names);
    }
}
