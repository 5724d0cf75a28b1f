package io.icmpscope.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.Main;

/** The command that runs benchmarks: JMH's own, which tells too what they allocate unless another profiler is asked for. */
public final class RunBenchmarks {

    private RunBenchmarks() {}

    /**
     * Runs JMH.
     *
     * @param args as JMH takes them; {@code -h} tells
     * @throws IOException when JMH cannot write its files
     */
    public static void main(String[] args) throws IOException {
        Main.main(withProfiler(List.of(args)).toArray(new String[0]));
    }

    static List<String> withProfiler(List<String> args) {
        return args.contains("-prof")
                ? args
                : Stream.concat(args.stream(), Stream.of("-prof", "gc")).toList();
    }
}
