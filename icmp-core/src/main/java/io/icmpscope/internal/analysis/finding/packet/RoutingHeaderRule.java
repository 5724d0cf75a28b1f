package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
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

/** Messages behind a routing header of type 0. */
public final class RoutingHeaderRule implements Rule {

    private static final Threshold MESSAGES = new Threshold(
            "ROUTING-HEADER-0.messages", 1, "messages", "messages behind a routing header of type 0, at least");

    private static final FindingKind KIND = new FindingKind(
            "ROUTING-HEADER-0",
            Category.SECURITY,
            "IPv6 packets name by a routing header of type 0 the nodes they are to pass, which is forbidden since 2007.",
            List.of(MESSAGES),
            List.of("RFC 5095", "RFC 4942 section 2.1.1", "CVE-2007-2242"));

    /** Makes the rule. */
    public RoutingHeaderRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (OddPacket odd : Odd.of(merged, Oddity.ROUTING_ZERO)) {
            if (odd.count() >= merged.value(MESSAGES)) {
                found.accept(finding(odd, merged.value(MESSAGES)));
            }
        }
    }

    private static Finding finding(OddPacket odd, double threshold) {
        return FindingBuilder.of(KIND, Severity.MEDIUM, Confidence.HIGH)
                .says(
                        "ICMPv6 from " + odd.subject() + " has a routing header of type 0",
                        Say.count(odd.count(), "message") + " from " + odd.subject() + " to "
                                + Odd.names(odd.destinations())
                                + " carried one; it lets a sender bounce packets between nodes and around filters.")
                .measured("messages", odd.count(), threshold)
                .about(odd.addresses())
                .evidence(odd.count(), odd.frames(), odd.firstTime(), odd.lastTime())
                .check(
                        "Programs that test IPv6 stacks and firewalls send it; nothing in operation does any more.",
                        "Drop it at the border (ip6tables -m rt --rt-type 0), and see whether a node on the way passed it on.",
                        DisplayFilter.all("ipv6.routing.type == 0", DisplayFilter.from(odd.subject())))
                .build();
    }
}
