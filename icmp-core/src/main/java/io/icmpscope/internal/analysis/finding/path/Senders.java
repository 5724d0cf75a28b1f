package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.message.IpAddress;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds who provokes so many troubles of one kind that they are one. */
final class Senders {

    private Senders() {}

    /** Those troubles that only packets of one sender met, by the sender, of senders with so many or more of them. */
    static <T> Map<IpAddress, Map<IpAddress, T>> toMany(
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
        return bySender;
    }
}
