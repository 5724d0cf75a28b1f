package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Evidence;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.Listing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The findings, gravest first: what was observed, what else it may be, and how to check it. */
final class TextFindings {

    private static final int MAX_FINDINGS = 12;
    private static final int MAX_FRAMES = 10; // of a finding

    private TextFindings() {}

    static void write(TextPage page, Listing<Finding> findings) {
        if (findings.total() == 0) {
            return;
        }
        page.title("Findings");
        List<Finding> shown = findings.entries().stream().limit(MAX_FINDINGS).toList();
        shown.forEach(finding -> write(page, finding));
        long omitted = findings.total() - shown.size();
        if (omitted > 0) {
            page.line("... and " + count(omitted) + " more");
        }
    }

    private static void write(TextPage page, Finding finding) {
        String severity = word(finding.severity()).toUpperCase(Locale.ROOT);
        page.line(page.palette().severity(finding.severity(), severity) + "  " + finding.title() + "  [" + finding.id()
                + ", " + word(finding.confidence()) + " confidence]");
        page.item(finding.summary());
        if (finding.severity() != Severity.INFO) {
            page.item("May be harmless: " + finding.mayBeBenign());
            page.item("Next: " + finding.nextStep());
        }
        times(finding.evidence()).ifPresent(page::item);
        page.unbroken("Filter: " + finding.displayFilter());
        if (!finding.evidence().frames().isEmpty()) {
            page.item("Frames: " + frames(finding.evidence()));
        }
    }

    private static Optional<String> times(Evidence evidence) {
        Instant first = evidence.firstTime();
        Instant last = evidence.lastTime();
        if (first == null || last == null) {
            return Optional.empty();
        }
        Instant from = first.truncatedTo(ChronoUnit.SECONDS);
        Instant to = last.truncatedTo(ChronoUnit.SECONDS);
        return Optional.of("Seen: " + from + (from.equals(to) ? "" : " to " + to));
    }

    private static String frames(Evidence evidence) {
        String first = evidence.frames().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return first + (evidence.frames().size() == MAX_FRAMES && evidence.count() > MAX_FRAMES ? ", ..." : "");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
