package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.message.IpAddress;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds who provokes so many troubles of one kind that they are one. */
final class Senders {

    private Senders() {}

    /**
     * Takes those troubles out that only packets of one sender met, of senders with so many or more of them.
     *
     * @param troubles by whose they are; those that are taken out are in it no more
     * @param senders whose packets met a trouble
     * @param many from how many on they are one
     * @return the troubles by sender
     */
    static <T> Map<IpAddress, Map<IpAddress, T>> take(
            Map<IpAddress, T> troubles, Function<T, Set<IpAddress>> senders, double many) {
        Map<IpAddress, Map<IpAddress, T>> bySender = new TreeMap<>();
        troubles.forEach((whose, trouble) -> {
            Set<IpAddress> ofTrouble = senders.apply(trouble);
            if (ofTrouble.size() == 1) {
                bySender.computeIfAbsent(ofTrouble.iterator().next(), fresh -> new TreeMap<>())
                        .put(whose, trouble);
            }
        });
        bySender.values().removeIf(merged -> merged.size() < many);
        bySender.values().forEach(merged -> troubles.keySet().removeAll(merged.keySet()));
        return bySender;
    }
}
