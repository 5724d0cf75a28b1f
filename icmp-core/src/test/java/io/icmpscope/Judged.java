package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is found in a capture. */
public record Judged(List<Finding> findings) {

    public static Judged of(Path capture) throws IOException {
        return of(capture, AnalysisOptions.defaults());
    }

    public static Judged of(Path capture, AnalysisOptions options) throws IOException {
        return new Judged(IcmpAnalyzer.analyze(capture, options).findings().entries());
    }

    public static Judged of(byte[] capture) throws IOException {
        return of(capture, AnalysisOptions.defaults());
    }

    public static Judged of(byte[] capture, AnalysisOptions options) throws IOException {
        return new Judged(IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), options)
                .findings()
                .entries());
    }

    /** A recorded scene of the lab. */
    public static Judged lab(String scene) throws IOException {
        return of(Lab.capture(scene));
    }

    /** A capture of the corpus; the test is skipped where that is not at hand. */
    public static Judged corpus(String name) throws IOException {
        Corpus.assumeThere();
        return of(Corpus.file(name));
    }

    public List<Finding> of(String id) {
        return findings.stream().filter(finding -> finding.id().equals(id)).toList();
    }

    /** The one finding of a kind. */
    public Finding only(String id) {
        List<Finding> ofKind = of(id);
        assertEquals(1, ofKind.size(), () -> id + " among " + ids());
        return ofKind.get(0);
    }

    public Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        findings.forEach(finding -> ids.add(finding.id()));
        return ids;
    }
}
