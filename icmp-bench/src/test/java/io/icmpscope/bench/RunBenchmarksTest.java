package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunBenchmarksTest {

    @Test
    void allocationIsToldUnlessAnotherProfilerIsAskedFor() {
        assertEquals(List.of("Walk", "-prof", "gc"), RunBenchmarks.withProfiler(List.of("Walk")));
        assertEquals(List.of("Walk", "-prof", "jfr"), RunBenchmarks.withProfiler(List.of("Walk", "-prof", "jfr")));
    }
}
