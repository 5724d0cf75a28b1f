package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import java.util.List;
import java.util.TreeMap;

/**
 * What was counted of each second, for rules to ask.
 *
 * @param table the counts, which do not change any more
 */
record Loads(LoadTable table) {

    /**
     * Finds the addresses that had many messages in a second.
     *
     * @param kind of a kind of {@link LoadTally}
     * @param atLeast how many in a second
     * @return one burst an address, by address
     */
    static List<Burst> bursts(Merged merged, int kind, double atLeast) {
        TreeMap<IpAddress, Burst> bursts = new TreeMap<>();
        for (Loads loads : merged.observed(Loads.class)) {
            loads.table.forEach(
                    kind,
                    Math.max(1, (long) Math.ceil(atLeast)),
                    (address, second, count, bytes, frame) ->
                            bursts.computeIfAbsent(address, Burst::new).add(second, count, bytes, frame));
        }
        return List.copyOf(bursts.values());
    }
}
