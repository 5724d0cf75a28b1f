package io.icmpscope.internal.analysis.trouble;

import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.Comparator;

/**
 * The way from one host to another.
 *
 * @param source who sends
 * @param destination who receives
 */
record Path(IpAddress source, IpAddress destination) implements Spread.Key, Comparable<Path>, Serializable {

    private static final Comparator<Path> ORDER =
            Comparator.comparing(Path::source).thenComparing(Path::destination);

    @Override
    public long spread() {
        return Spread.of(Spread.of(0, source), destination);
    }

    @Override
    public int compareTo(Path other) {
        return ORDER.compare(this, other);
    }
}
