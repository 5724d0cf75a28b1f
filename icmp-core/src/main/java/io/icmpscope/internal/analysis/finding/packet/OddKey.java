package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is odd, and about whom.
 *
 * @param oddity what is odd
 * @param subject whom it is about, or null
 * @param number what else tells it from others, as the oddity says; or 0
 */
record OddKey(Oddity oddity, @Nullable IpAddress subject, int number)
        implements Spread.Key, Comparable<OddKey>, Serializable {

    private static final Comparator<OddKey> ORDER = Comparator.comparing(OddKey::oddity)
            .thenComparing(OddKey::subject, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(OddKey::number);

    @Override
    public long spread() {
        return Spread.of(Spread.of(Spread.of(0, subject), oddity.name()), number);
    }

    @Override
    public int compareTo(OddKey other) {
        return ORDER.compare(this, other);
    }
}
