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

/** ICMPv6 in IPv4, and ICMP in IPv6. */
public final class ProtocolMismatchRule implements Rule {

    private static final Threshold MESSAGES =
            new Threshold("PROTOCOL-MISMATCH.messages", 1, "messages", "messages in the wrong version of IP, at least");

    private static final FindingKind KIND = new FindingKind(
            "PROTOCOL-MISMATCH",
            Category.PROTOCOL,
            "IPv4 carries ICMPv6, or IPv6 carries ICMP: no host accepts that.",
            List.of(MESSAGES),
            List.of("RFC 792", "RFC 4443 section 2.1"));

    /** Makes the rule. */
    public ProtocolMismatchRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (OddPacket odd : Odd.of(merged, Oddity.MISMATCH)) {
            if (odd.count() >= merged.value(MESSAGES)) {
                found.accept(finding(odd, merged.value(MESSAGES)));
            }
        }
    }

    private static Finding finding(OddPacket odd, double threshold) {
        IpAddress source = odd.subject();
        boolean v6 = odd.key().number() == 6;
        String what = v6 ? "ICMPv6 in IPv4" : "ICMP for IPv4 in IPv6";
        return FindingBuilder.of(KIND, Severity.LOW, Confidence.HIGH)
                .says(
                        what + " came from " + source,
                        Say.count(odd.count(), "message") + " from " + source + " to " + Odd.names(odd.destinations())
                                + (odd.count() == 1 ? " is " : " are ") + what + ", which no host accepts.")
                .measured("messages", odd.count(), threshold)
                .about(odd.addresses())
                .evidence(odd.count(), odd.frames(), odd.firstTime(), odd.lastTime())
                .check(
                        "A translator between IPv4 and IPv6 with a fault leaves the protocol number as it was; test programs send"
                                + " this on purpose.",
                        "Look for a translator (NAT64, SIIT) at " + source
                                + "; without one, find the program there, as this can be a tunnel that filters overlook.",
                        DisplayFilter.all(v6 ? "ip.proto == 58" : "ipv6.nxt == 1", DisplayFilter.from(source)))
                .build();
    }
}
