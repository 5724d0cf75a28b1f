package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Nodes that ask for many neighbours that are not there. */
public final class NeighborScanRule implements Rule {

    private static final Threshold TARGETS =
            new Threshold("ND-SCAN.targets", 64, "addresses", "addresses without an answer within 60 s, at least");
    private static final Threshold CERTAIN = new Threshold(
            "ND-SCAN.certain",
            50,
            "percent",
            "addresses asked for again, or following on another one, where no answer at all was seen, for medium");

    private static final FindingKind KIND = new FindingKind(
            "ND-SCAN",
            Category.SECURITY,
            "A node asked for many addresses of its link that did not answer.",
            List.of(TARGETS, CERTAIN),
            List.of("RFC 6583", "RFC 3756 section 4.3.2", "RFC 7707 section 4.2", "MITRE ATT&CK T1018"));

    /** Makes the rule. */
    public NeighborScanRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (ScanSeen scan : merged.observed(ScanSeen.class)) {
            if (scan.unanswered() >= merged.value(TARGETS)) {
                found.accept(finding(scan, merged));
            }
        }
    }

    /** Behind a switch only questions are seen, as answers go to who asked; so something else must tell that none came. */
    private static boolean isCertain(ScanSeen scan, Merged merged) {
        double share = 100.0 * Math.max(scan.repeated(), scan.inRow()) / scan.unanswered();
        return scan.answers() > 0 || share >= merged.value(CERTAIN);
    }

    private static Finding finding(ScanSeen scan, Merged merged) {
        boolean certain = isCertain(scan, merged);
        Seen shown = scan.asked();
        return FindingBuilder.of(
                        KIND, certain ? Severity.MEDIUM : Severity.LOW, certain ? Confidence.MEDIUM : Confidence.LOW)
                .says(
                        scan.source() + " asked for " + scan.unanswered() + (scan.unanswered() == 256 ? " or more" : "")
                                + " neighbours that did not answer",
                        (scan.router() ? "Router " : "") + scan.source() + " sent "
                                + Say.count(shown.count(), "solicitation") + "; within 60 s "
                                + Say.count(scan.unanswered()) + " addresses had no answer, of which "
                                + Say.count(scan.repeated()) + " were asked for again and "
                                + Say.count(scan.inRow()) + " followed on another one.")
                .measured("addresses_without_an_answer_in_60_s", scan.unanswered(), merged.value(TARGETS))
                .about(scan.source())
                .evidence(shown)
                .check(
                        "An inventory of the network does so; a router does because someone beyond it sends to these"
                                + " addresses; and a capture that does not see the answers shows the same.",
                        scan.router()
                                ? "Capture before the router, to see who sends to the addresses that it asks for."
                                : "Ask what runs on that host; see by the frames whether pings to the addresses follow.",
                        LinkFilter.from(List.of(scan.source()), 135))
                .build();
    }
}
