package io.icmpscope.internal.analysis.finding;

import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.Comparator;

/**
 * The echo requests of one program to one address.
 *
 * @param source who sends them
 * @param destination where they go
 * @param identifier their identifier
 */
public record EchoFlow(IpAddress source, IpAddress destination, int identifier)
        implements Spread.Key, Comparable<EchoFlow>, Serializable {

    private static final Comparator<EchoFlow> ORDER = Comparator.comparing(EchoFlow::source)
            .thenComparing(EchoFlow::destination)
            .thenComparingInt(EchoFlow::identifier);

    /**
     * Returns what decides, beyond a limit, which flows are kept.
     *
     * @return a number that looks random
     */
    @Override
    public long spread() {
        return Spread.of(Spread.of(Spread.of(0, source), destination), identifier);
    }

    @Override
    public int compareTo(EchoFlow other) {
        return ORDER.compare(this, other);
    }
}
