package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A multicast group as multicast listener discovery shows it: RFC 2710, RFC 9777.
 *
 * @param group the group; {@code ::} for general queries, which are about all
 * @param listeners who reported to listen, by address, 16 at most
 * @param listenersOmitted how many more there are
 * @param queriers who asked for listeners, by address, 16 at most
 * @param version the latest version of the protocol that was used for it, 1 or 2; null when it cannot be told
 * @param reports how many reports there were
 * @param queries how many queries there were
 */
public record MulticastGroup(
        IpAddress group,
        List<IpAddress> listeners,
        long listenersOmitted,
        List<IpAddress> queriers,
        @Nullable Integer version,
        long reports,
        long queries) {

    /** Keeps copies of the lists. */
    public MulticastGroup {
        listeners = List.copyOf(listeners);
        queriers = List.copyOf(queriers);
    }
}
