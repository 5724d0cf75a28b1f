package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.Comparator;

/**
 * Messages with an option about the way that they take.
 *
 * @param use who uses which option towards whom
 * @param seen the messages
 */
record ChosenRoute(Use use, Seen seen) {

    /**
     * What they share.
     *
     * @param asker who asked, or told of an error
     * @param asked whom
     * @param option which option, as in {@link io.icmpscope.internal.packet.RouteOptions}
     */
    record Use(IpAddress asker, IpAddress asked, int option) implements Spread.Key, Comparable<Use>, Serializable {

        static final Comparator<Use> ORDER =
                Comparator.comparing(Use::asker).thenComparing(Use::asked).thenComparingInt(Use::option);

        @Override
        public long spread() {
            return Spread.of(Spread.of(Spread.of(0, asker), asked), option);
        }

        @Override
        public int compareTo(Use other) {
            return ORDER.compare(this, other);
        }
    }
}
