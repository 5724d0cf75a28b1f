package io.icmpscope.mcp.resource;

import io.icmpscope.FindingKinds;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue of findings, a section a kind. */
final class FindingTable {

    private FindingTable() {}

    static String text() {
        return "# Kinds of findings\n\n"
                + "The `id` of a finding, its `category`, and what was observed when there is one. Thresholds are the"
                + " numbers that decide; `evidence.measured` of a finding names the one that did.\n"
                + FindingKinds.all().stream().map(FindingTable::section).collect(Collectors.joining());
    }

    private static String section(FindingKind kind) {
        return "\n## " + kind.id() + " (" + kind.category().name().toLowerCase(Locale.ROOT) + ")\n\n" + kind.meaning()
                + "\n"
                + (kind.thresholds().isEmpty() ? "" : "\n")
                + kind.thresholds().stream().map(FindingTable::line).collect(Collectors.joining())
                + "\nReferences: " + String.join("; ", kind.references()) + "\n";
    }

    private static String line(Threshold threshold) {
        String standard =
                BigDecimal.valueOf(threshold.standard()).stripTrailingZeros().toPlainString();
        return "- `" + threshold.name() + "` = " + standard + " " + threshold.unit() + ": " + threshold.meaning()
                + "\n";
    }
}
