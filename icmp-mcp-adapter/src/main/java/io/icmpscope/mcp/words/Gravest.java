package io.icmpscope.mcp.words;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.Listing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The gravest findings in a sentence. */
final class Gravest {

    private static final int MOST = 3;

    private Gravest() {}

    static String of(Listing<Finding> findings) {
        List<Finding> grave = findings.entries().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        if (grave.isEmpty()) {
            return "No finding is above info"
                    + (findings.total() == 0 ? "" : " (" + count(findings.total()) + " of these)") + ".";
        }
        String first = grave.stream()
                .limit(MOST)
                .map(finding ->
                        finding.title() + " (" + finding.severity().name().toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining("; "));
        int more = grave.size() - Math.min(MOST, grave.size());
        return (grave.size() == 1 ? "Finding: " : "Gravest findings: ") + first
                + (more == 0 ? "" : "; and " + count(more) + " more above info") + ".";
    }
}
