package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;
import java.util.List;

/**
 * An address that was said to be at several link-layer addresses soon one after the other, or again and again unasked.
 *
 * @param place which link
 * @param owners the link-layer addresses, in the order in which they were named first
 * @param switches messages that named another one than a message shortly before
 * @param returns how many of them named one that had been named earlier, without announcing that, as a failover does
 * @param replaced whether one of them asked to replace what was known before
 * @param answeredTwice messages that answered a question which another one had answered otherwise
 */
record OwnerSeen(
        String place,
        IpAddress address,
        List<Owner> owners,
        Seen switches,
        long returns,
        boolean replaced,
        Seen answeredTwice) {

    OwnerSeen {
        owners = List.copyOf(owners);
    }

    /**
     * One of the link-layer addresses.
     *
     * @param claims messages that named it
     * @param announced advertisements that named it to replace what was known, though nobody had asked
     * @param bursts how many bursts of these followed each other within seconds, at most
     */
    record Owner(String mac, Seen claims, Seen announced, long bursts) {}

    boolean hasSharedOwner() {
        return owners.stream().anyMatch(owner -> LinkLayer.isShared(owner.mac()));
    }

    boolean hasOwner(String mac) {
        return owners.stream().anyMatch(owner -> owner.mac().equals(mac));
    }
}
