package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;
import java.util.List;

/**
 * What multicast listener discovery of a link looks like.
 *
 * @param place which link
 * @param groups how many groups were reported, those of single addresses aside
 * @param reports the reports of them
 * @param lowered queries by which a lower address took over from a higher one
 * @param queriers those addresses, the first first
 * @param hasty general queries that ask all to answer at once
 * @param hastySources who sent them
 */
record ListenerSeen(
        String place,
        long groups,
        Seen reports,
        Seen lowered,
        List<IpAddress> queriers,
        Seen hasty,
        List<IpAddress> hastySources) {

    ListenerSeen {
        queriers = List.copyOf(queriers);
        hastySources = List.copyOf(hastySources);
    }
}
