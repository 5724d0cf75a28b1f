package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Packets that go to the address that they come from, and not on a loopback interface. */
public final class LandRule implements Rule {

    private static final Threshold MESSAGES =
            new Threshold("LAND.messages", 1, "messages", "messages from an address to itself, at least");
    private static final Threshold SWEPT = new Threshold(
            "LAND.swept",
            16,
            "hosts",
            "hosts that the address sends to, from which on it may be a scanner that spares nobody");

    private static final FindingKind KIND = new FindingKind(
            "LAND",
            Category.SECURITY,
            "Packets on a link go to the very address that they come from.",
            List.of(MESSAGES, SWEPT),
            List.of("CVE-1999-0016", "MITRE ATT&CK T1499.004"));

    /** Makes the rule. */
    public LandRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (OddPacket odd : Odd.of(merged, Oddity.LAND)) {
            if (odd.count() >= merged.value(MESSAGES)) {
                found.accept(finding(odd, isScanner(merged, odd.subject()), merged.value(MESSAGES)));
            }
        }
    }

    private static boolean isScanner(Merged merged, IpAddress host) {
        long asked = merged.report().statistics().pairs().entries().stream()
                .filter(pair -> pair.source().equals(host))
                .count();
        return asked >= merged.value(SWEPT);
    }

    private static Finding finding(OddPacket odd, boolean scanner, double threshold) {
        IpAddress host = odd.subject();
        return FindingBuilder.of(KIND, scanner ? Severity.INFO : Severity.MEDIUM, Confidence.MEDIUM)
                .says(
                        "Packets on the link go from " + host + " to itself",
                        Say.count(odd.count(), "message") + " to " + host + " came from " + host
                                + ", as in the LAND attack; a host that talks to itself does not use the link.")
                .measured("messages", odd.count(), threshold)
                .about(host)
                .evidence(odd.count(), odd.frames(), odd.firstTime(), odd.lastTime())
                .check(
                        scanner
                                ? "A scanner that makes its frames itself and asks every address of its network asks its own too."
                                : "A capture of a loopback interface that was converted to another link type looks the same, and so does"
                                        + " a keepalive that a switch or BFD sends to itself through its neighbour.",
                        "Compare the link-layer addresses of the frames with that of " + host
                                + ": if they differ, another host made the packets up; filter them where they come in.",
                        DisplayFilter.all(DisplayFilter.from(host), DisplayFilter.to(host), "(icmp || icmpv6)"))
                .build();
    }
}
