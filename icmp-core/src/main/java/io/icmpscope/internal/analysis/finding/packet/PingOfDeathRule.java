package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.FragmentTrouble;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Fragments of ICMP that reach beyond the largest datagram. */
public final class PingOfDeathRule implements Rule {

    private static final Threshold FRAGMENTS = new Threshold(
            "PING-OF-DEATH.fragments", 1, "fragments", "fragments that reach beyond 65,535 bytes, at least");

    private static final FindingKind KIND = new FindingKind(
            "PING-OF-DEATH",
            Category.SECURITY,
            "Fragments of an ICMP message reach beyond the 65,535 bytes that an IP datagram can have.",
            List.of(FRAGMENTS),
            List.of("RFC 791 section 3.1", "RFC 791 section 3.2", "CVE-1999-0128", "MITRE ATT&CK T1499.004"));

    /** Makes the rule. */
    public PingOfDeathRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        merged.observed(FragmentTrouble.class).stream()
                .filter(trouble -> trouble.kind() == FragmentTrouble.Kind.OVERSIZED)
                .filter(trouble -> trouble.count() >= merged.value(FRAGMENTS))
                .forEach(trouble -> found.accept(finding(trouble, merged.value(FRAGMENTS))));
    }

    private static Finding finding(FragmentTrouble trouble, double threshold) {
        return FindingBuilder.of(KIND, Severity.CRITICAL, Confidence.HIGH)
                .says(
                        "ICMP fragments from " + trouble.source() + " to " + trouble.destination()
                                + " exceed 65,535 bytes",
                        Say.count(trouble.count(), "fragment") + " would make a datagram of up to "
                                + Say.count(trouble.measure())
                                + " bytes, which is consistent with the ping of death; IP allows 65,535.")
                .measured("oversized_fragments", trouble.count(), threshold)
                .about(trouble.destination(), trouble.source())
                .evidence(trouble.count(), trouble.frames(), trouble.firstTime(), trouble.lastTime())
                .check(
                        "No system sends this by itself; test programs for firewalls and reassembly do.",
                        "Check that " + trouble.destination()
                                + " still answers and is patched, and whether the source address is genuine;"
                                + " let the firewall drop such fragments.",
                        DisplayFilter.all(
                                trouble.source().version() == 4
                                        ? "ip.frag_offset * 8 + ip.len > 65535"
                                        : "ipv6.fraghdr.offset * 8 + ipv6.plen > 65535",
                                DisplayFilter.from(trouble.source()),
                                DisplayFilter.to(trouble.destination())))
                .build();
    }
}
