package io.icmpscope;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.icmpscope.internal.analysis.finding.Explanation;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** FINDINGS.md, made of the catalogue and of what was judged of the firings in captures of others. */
final class FindingsPage {

    private static final String HEAD = """
            # Findings

            What icmpscope finds, from which numbers on, and how often it was right on 589 captures of others. This page is made by
            `FindingsPageTest` from the catalogue in the code (`FindingKinds.all()`), and the test fails when they differ; it is
            written anew by

                mvn -pl icmp-core test -Dtest=FindingsPageTest -Dicmpscope.write=true

            A finding says what was observed, with a severity (how much it matters) and a confidence (how sure it is that this is
            what it looks like), up to ten frames, a display filter for Wireshark, what harmless cause looks the same, and what to
            do to be sure. It is made from the merged analyses of the whole capture, one for each subject (a pair of hosts, a
            router, a link); of one kind the 20 gravest are listed. Order: severity, then number of messages, then first frame.

            A finding that another one explains is left out, when both are about the same addresses:

            EXPLANATIONS
            Every number that decides is a threshold, and the caller can choose another:

                AnalysisOptions.defaults().withThreshold("LOSS.medium", 50)

            "In real captures" tells of the corpus that the project is tested with: in how many captures it fires, and whether
            that is right. Each firing of medium severity or more has its line. `CorpusFindingsTest` holds the lists and the code
            together where the corpus is at hand.

            | Finding | Category | What was observed | Fires in |
            |---|---|---|---|
            """;

    private final Map<String, String> verdicts = Firing.verdicts();
    private final Map<String, List<Firing>> firings;
    private final StringBuilder page = new StringBuilder(HEAD.replace("EXPLANATIONS\n", explanations()));

    private FindingsPage() throws IOException {
        firings = Firing.expected().stream().collect(groupingBy(Firing::id, TreeMap::new, toList()));
    }

    static String text() throws IOException {
        FindingsPage page = new FindingsPage();
        List<FindingKind> kinds = new ArrayList<>(FindingKinds.all());
        kinds.forEach(page::row);
        kinds.forEach(page::section);
        return page.page.toString();
    }

    private static String explanations() {
        return "| There is | Left out |\n|---|---|\n"
                + Explanation.ALL.stream()
                        .map(row -> "| " + row.by() + " | "
                                + row.explained().stream().sorted().collect(joining(", ")) + " |\n")
                        .collect(joining())
                + "\n";
    }

    private List<Firing> of(FindingKind kind) {
        return firings.getOrDefault(kind.id(), List.of());
    }

    private void row(FindingKind kind) {
        page.append("| [")
                .append(kind.id())
                .append("](#")
                .append(kind.id().toLowerCase(Locale.ROOT))
                .append(") | ");
        page.append(word(kind.category())).append(" | ").append(kind.meaning()).append(" | ");
        page.append(captures(of(kind).size())).append(" |\n");
    }

    private void section(FindingKind kind) {
        page.append("\n## ")
                .append(kind.id())
                .append("\n\n")
                .append(kind.meaning())
                .append('\n');
        if (!kind.thresholds().isEmpty()) {
            page.append("\n| Threshold | Standard | Decides |\n|---|---|---|\n");
            kind.thresholds().forEach(this::threshold);
        }
        if (!kind.references().isEmpty()) {
            page.append("\nReferences: ")
                    .append(String.join("; ", kind.references()))
                    .append(".\n");
        }
        page.append("\nIn real captures: ").append(summary(of(kind))).append('\n');
        String verdict = verdicts.get(kind.id());
        if (verdict != null) {
            page.append('\n').append(verdict.substring(0, 1).toUpperCase(Locale.ROOT));
            page.append(verdict.substring(1)).append('\n');
        }
        of(kind).stream()
                .filter(firing -> firing.severity().compareTo(Severity.MEDIUM) >= 0)
                .sorted(Comparator.comparing(Firing::severity).reversed().thenComparing(Firing::capture))
                .forEach(firing -> page.append("\n- `" + firing.capture() + "`, " + word(firing.severity()) + ": "
                        + firing.verdict() + ". " + firing.why()));
        page.append(
                of(kind).stream().anyMatch(firing -> firing.severity().compareTo(Severity.MEDIUM) >= 0) ? "\n" : "");
    }

    private void threshold(Threshold threshold) {
        page.append("| `").append(threshold.name()).append("` | ");
        page.append(
                BigDecimal.valueOf(threshold.standard()).stripTrailingZeros().toPlainString());
        page.append(' ')
                .append(threshold.unit())
                .append(" | ")
                .append(threshold.meaning())
                .append(" |\n");
    }

    private static String summary(List<Firing> firings) {
        Map<Severity, Long> bySeverity = firings.stream()
                .collect(groupingBy(Firing::severity, () -> new TreeMap<>(Comparator.reverseOrder()), counting()));
        String severities = bySeverity.entrySet().stream()
                .map(count -> count.getValue() + " " + word(count.getKey()))
                .collect(joining(", "));
        return captures(firings.size()) + (firings.isEmpty() ? "" : " (" + severities + ")") + ".";
    }

    private static String captures(int number) {
        return number == 0 ? "none" : number + (number == 1 ? " capture" : " captures");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
