package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.FragmentTrouble;
import io.icmpscope.internal.packet.FragmentTrouble.Kind;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Fragments of ICMP that overlap others of the same datagram. Those that come twice do not count. */
public final class FragmentOverlapRule implements Rule {

    private static final Threshold FRAGMENTS =
            new Threshold("FRAGMENT-OVERLAP.fragments", 1, "fragments", "fragments that overlap others, at least");
    private static final Threshold SOON = new Threshold(
            "FRAGMENT-OVERLAP.soon",
            5000,
            "milliseconds",
            "in IPv4, so soon after the first fragment no identification is used again, for high");

    private static final FindingKind KIND = new FindingKind(
            "FRAGMENT-OVERLAP",
            Category.SECURITY,
            "Fragments of an ICMP message overlap: who joins them in another way reads another message.",
            List.of(FRAGMENTS, SOON),
            List.of(
                    "RFC 791 section 3.2",
                    "RFC 5722 section 4",
                    "RFC 8200 section 4.5",
                    "RFC 1858 section 4",
                    "CVE-1999-0015"));

    /** Makes the rule. */
    public FragmentOverlapRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (FragmentTrouble trouble : merged.observed(FragmentTrouble.class)) {
            if (trouble.count() < merged.value(FRAGMENTS)) {
                continue;
            }
            switch (trouble.kind()) {
                case CONFLICT -> {
                    boolean soon = trouble.source().version() == 6 || trouble.measure() < merged.value(SOON);
                    found.accept(
                            finding(trouble, merged, soon ? Severity.HIGH : Severity.LOW, "and contradict each other"));
                }
                case OVERLAP -> found.accept(finding(trouble, merged, Severity.LOW, "with the same bytes"));
                case REPLACED -> {
                    boolean reused = trouble.source().version() == 4; // perhaps: of 16 bits, where IPv6 has 32
                    found.accept(finding(
                            trouble, merged, reused ? Severity.LOW : Severity.MEDIUM, "as a whole, with other bytes"));
                }
                default -> {}
            }
        }
    }

    private static Finding finding(FragmentTrouble trouble, Merged merged, Severity severity, String how) {
        boolean reused = trouble.kind() == Kind.REPLACED && severity == Severity.LOW;
        Confidence confidence = reused ? Confidence.LOW : Confidence.MEDIUM;
        return FindingBuilder.of(KIND, severity, severity == Severity.HIGH ? Confidence.HIGH : confidence)
                .says(
                        "ICMP fragments from " + trouble.source() + " to " + trouble.destination() + " overlap " + how,
                        Say.count(trouble.count(), "fragment") + " overlapped others of the same datagram " + how
                                + ", at the earliest " + Say.count(trouble.measure())
                                + " ms after the first. Hosts and inspecting devices may join them differently.")
                .measured("overlapping_fragments", trouble.count(), merged.value(FRAGMENTS))
                .about(trouble.destination(), trouble.source())
                .evidence(trouble.count(), trouble.frames(), trouble.firstTime(), trouble.lastTime())
                .check(
                        severity.compareTo(Severity.LOW) > 0
                                ? "A sender that is broken can cut a datagram wrongly; none that is in use is known to."
                                : "A sender that counts through its 65,536 identifications in less than a minute mixes its"
                                        + " datagrams up when fragments are lost.",
                        "Compare identification, offset and length of the fragments; look at what each way of joining them"
                                + " gives, and drop overlapping fragments at the border.",
                        Odd.fragments(trouble.source(), trouble.destination()))
                .build();
    }
}
