package io.icmpscope.bench;

import io.icmpscope.Workers;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many threads analyse one capture. Not final: JMH. */
@State(Scope.Benchmark)
public class Threads {

    /** How many. */
    @Param({"1", "2"})
    public int threads = 1;

    /** Makes what JMH fills in. */
    public Threads() {}

    Workers workers() {
        return Workers.threads(threads);
    }
}
