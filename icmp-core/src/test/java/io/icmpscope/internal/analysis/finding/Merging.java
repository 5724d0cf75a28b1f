package io.icmpscope.internal.analysis.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.Lab;
import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.LimitHit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collectors that are merged tell what one of them tells that has seen all. */
public final class Merging {

    private Merging() {}

    /** A tally: of two that see every other message each, whichever takes in the other. */
    public static void assertTally(Function<AnalysisOptions, Collector> fresh, Class<?> observed, String scene)
            throws IOException {
        assertTally(fresh, observed, Files.readAllBytes(Lab.capture(scene)));
    }

    /** The same with the messages of a capture made by hand. */
    public static void assertTally(Function<AnalysisOptions, Collector> fresh, Class<?> observed, byte[] capture)
            throws IOException {
        AnalysisOptions options = AnalysisOptions.defaults();
        List<Collector> halves = List.of(fresh.apply(options), fresh.apply(options));
        List<Collector> others = List.of(fresh.apply(options), fresh.apply(options));
        int[] next = {0};
        Views.each(capture, message -> {
            int half = next[0]++ % 2;
            halves.get(half).see(message);
            others.get(half).see(message);
        });
        halves.get(0).merge(halves.get(1));
        others.get(1).merge(others.get(0));
        List<?> whole = whole(fresh, observed, capture);
        assertEquals(whole, told(halves.get(0), observed));
        assertEquals(whole, told(others.get(1), observed));
    }

    /** A fold: of one that has seen all messages of a host and one that has seen none. */
    public static void assertFold(Function<AnalysisOptions, Collector> fresh, Class<?> observed, String scene)
            throws IOException {
        byte[] capture = Files.readAllBytes(Lab.capture(scene));
        Collector seen = fresh.apply(AnalysisOptions.defaults());
        Views.each(capture, seen::see);
        Collector taker = fresh.apply(AnalysisOptions.defaults());
        taker.merge(seen);
        assertEquals(whole(fresh, observed, capture), told(taker, observed));
    }

    /** The names of the limits that are reached when each table keeps one entry. */
    public static Set<String> limitsWithOneEntry(String scene) throws IOException {
        AnalysisOptions options = AnalysisOptions.defaults();
        options = options.withLimits(options.limits().withEntries(1));
        return IcmpAnalyzer.analyze(Lab.capture(scene), options).limitsHit().stream()
                .map(LimitHit::limit)
                .collect(Collectors.toSet());
    }

    private static List<?> whole(Function<AnalysisOptions, Collector> fresh, Class<?> observed, byte[] capture)
            throws IOException {
        Collector collector = fresh.apply(AnalysisOptions.defaults());
        Views.each(capture, collector::see);
        List<?> told = told(collector, observed);
        assertFalse(told.isEmpty(), "nothing was seen");
        return told;
    }

    private static List<?> told(Collector collector, Class<?> observed) {
        ReportDraft draft = new ReportDraft(AnalysisOptions.defaults(), 0);
        collector.contribute(draft);
        return draft.observations.of(observed);
    }
}
