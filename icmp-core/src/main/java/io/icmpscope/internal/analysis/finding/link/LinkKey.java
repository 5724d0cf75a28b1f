package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.Comparator;

/**
 * Something on a link.
 *
 * @param place which link, as in {@link LinkMessage#place}
 * @param address an address there
 * @param word what else tells it from others, such as a link-layer address; may be empty
 */
record LinkKey(String place, IpAddress address, String word) implements Spread.Key, Comparable<LinkKey>, Serializable {

    private static final Comparator<LinkKey> ORDER =
            Comparator.comparing(LinkKey::place).thenComparing(LinkKey::address).thenComparing(LinkKey::word);

    @Override
    public long spread() {
        return Spread.of(Spread.of(Spread.of(0, place), address), word);
    }

    @Override
    public int compareTo(LinkKey other) {
        return ORDER.compare(this, other);
    }
}
