package io.icmpscope.bench;

import io.icmpscope.report.AnalysisOptions;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many threads read one capture, for all benchmarks and commands that can be told. Not final: JMH. */
@State(Scope.Benchmark)
public class Threads {

    /** How many. */
    @Param("1")
    public int threads = 1;

    /** Makes what JMH fills in. */
    public Threads() {}

    AnalysisOptions in(AnalysisOptions options) {
        return with(options, threads);
    }

    /**
     * Tells the library how many threads may read one capture. This is the one place that knows how; whoever compares with
     * what has one thread says so here.
     *
     * @param options what else the library is told
     * @param threads how many, at least 1
     * @return options that say so
     */
    public static AnalysisOptions with(AnalysisOptions options, int threads) {
        if (threads != 1) {
            throw new IllegalArgumentException("threads: the library reads a capture with 1 only, not " + threads);
        }
        return options;
    }
}
