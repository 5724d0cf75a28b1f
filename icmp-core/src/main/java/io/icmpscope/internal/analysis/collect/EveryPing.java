package io.icmpscope.internal.analysis.collect;

import java.util.function.Consumer;

/**
 * All pings that were kept, of which the report lists the worst alone. Those that were traceroutes are not among them. An
 * observation that costs nothing until it is asked.
 */
public interface EveryPing {

    /**
     * Goes through the pings, in any order.
     *
     * @param action takes each
     */
    void forEach(Consumer<EchoCounts> action);

    /**
     * Goes through the pings that have replies to no captured request, in any order.
     *
     * @param action takes each
     */
    void forEachUnsolicited(Consumer<EchoCounts> action);
}
