package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A multicast group as multicast listener discovery shows it, RFC 2710 and RFC 9777. IGMP, which does this for IPv4, is not
 * ICMP.
 *
 * @param group the group; {@code ::} for general queries, which are about all
 * @param listeners who ever reported to listen, by address, 16 at most; who left again is among them
 * @param queriers who asked for listeners, by address, 16 at most
 * @param version the latest version of the protocol that was used for it, 1 or 2; null when it cannot be told
 * @param reports how many messages or records of messages were about who listens to it, those of who leaves included
 * @param queries how many queries there were
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9777#section-5">RFC 9777, section 5</a>
 */
public record MulticastGroup(
        IpAddress group,
        Listing<IpAddress> listeners,
        Listing<IpAddress> queriers,
        @Nullable Integer version,
        long reports,
        long queries)
        implements Serializable {}
