package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.FragmentTrouble;
import io.icmpscope.internal.packet.FragmentTrouble.Kind;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Of two hosts only the gravest is told, the last of these. */
    private static final List<Kind> GRAVITY = List.of(Kind.OVERLAP, Kind.REPLACED, Kind.CONFLICT);

    /** Makes the rule. */
    public FragmentOverlapRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<List<IpAddress>, FragmentTrouble> gravest = new LinkedHashMap<>();
        for (FragmentTrouble trouble : merged.observed(FragmentTrouble.class)) {
            if (GRAVITY.contains(trouble.kind()) && trouble.count() >= merged.value(FRAGMENTS)) {
                gravest.merge(
                        List.of(trouble.source(), trouble.destination()),
                        trouble,
                        (one, other) -> gravity(one) > gravity(other) ? one : other);
            }
        }
        gravest.values().forEach(trouble -> found.accept(finding(trouble, merged)));
    }

    private static int gravity(FragmentTrouble trouble) {
        return GRAVITY.indexOf(trouble.kind());
    }

    private static Finding finding(FragmentTrouble trouble, Merged merged) {
        boolean v6 = trouble.source().version() == 6; // whose identifications have 32 bits: none is used again so soon
        boolean soon = v6 || trouble.measure() < merged.value(SOON);
        return switch (trouble.kind()) {
            case CONFLICT -> finding(trouble, merged, soon ? Severity.HIGH : Severity.LOW, "and contradict each other");
            case REPLACED ->
                finding(trouble, merged, v6 ? Severity.MEDIUM : Severity.LOW, "as a whole, with other bytes");
            default -> finding(trouble, merged, Severity.LOW, "with the same bytes");
        };
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
