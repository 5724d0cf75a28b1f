package io.icmpscope.mcp.words;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The gravest findings, a sentence each; the others above info are counted. */
final class Gravest {

    static final int MOST = 3;

    private final Listing<Finding> findings;
    private final List<Finding> grave;

    Gravest(Listing<Finding> findings) {
        this.findings = findings;
        this.grave = findings.entries().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }

    /** Whether one of this kind is among them, so that nothing else has to say it. */
    boolean tell(String kind) {
        return grave.stream().limit(MOST).anyMatch(finding -> finding.id().startsWith(kind));
    }

    /** Tells so many at most. */
    List<String> sentences(int most) {
        if (grave.isEmpty()) {
            return List.of(none(findings.total()));
        }
        List<String> sentences = new ArrayList<>();
        grave.stream()
                .limit(most)
                .forEach(finding -> sentences.add(
                        "Finding (" + finding.severity().name().toLowerCase(Locale.ROOT) + "): " + finding.title()));
        int last = sentences.size() - 1;
        sentences.set(last, sentences.get(last) + others(grave.size() - sentences.size()));
        sentences.replaceAll(sentence -> sentence + ".");
        return sentences;
    }

    private static String none(long others) {
        return others == 0
                ? "There are no findings."
                : others == 1
                        ? "There is 1 finding, of severity info."
                        : "There are " + count(others) + " findings, all of severity info.";
    }

    private String others(int more) {
        return more == 0
                ? ""
                : "; and " + (findings.omitted() > 0 ? "at least " : "") + count(more) + " more above info";
    }
}
