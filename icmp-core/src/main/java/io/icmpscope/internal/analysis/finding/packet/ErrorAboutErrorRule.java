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

/** Errors about packets that no error may be sent about. */
public final class ErrorAboutErrorRule implements Rule {

    private static final Threshold ERRORS = new Threshold(
            "ERROR-ABOUT-ERROR.errors", 1, "errors", "errors about what none may be sent about, at least");

    private static final FindingKind KIND = new FindingKind(
            "ERROR-ABOUT-ERROR",
            Category.PROTOCOL,
            "Errors are about an error, a multicast, a later fragment or a packet of nobody: such errors multiply.",
            List.of(ERRORS),
            List.of("RFC 1122 section 3.2.2", "RFC 1812 section 4.3.2.7", "RFC 4443 section 2.4"));

    /** Makes the rule. */
    public ErrorAboutErrorRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        find(merged, Oddity.ABOUT_ERROR, Severity.MEDIUM, "errors", found);
        find(merged, Oddity.ABOUT_GROUP, Severity.LOW, "packets to a group or to all", found);
        find(merged, Oddity.ABOUT_FRAGMENT, Severity.LOW, "later fragments", found);
        find(merged, Oddity.ABOUT_NOBODY, Severity.LOW, "packets that nobody can have sent", found);
    }

    private static void find(Merged merged, Oddity oddity, Severity severity, String about, Consumer<Finding> found) {
        for (OddPacket odd : Odd.of(merged, oddity)) {
            if (odd.count() >= merged.value(ERRORS)) {
                found.accept(finding(odd, severity, about, merged.value(ERRORS)));
            }
        }
    }

    private static Finding finding(OddPacket odd, Severity severity, String about, double threshold) {
        IpAddress reporter = odd.subject();
        return FindingBuilder.of(KIND, severity, Confidence.MEDIUM)
                .says(
                        "ICMP errors from " + reporter + " are about " + about,
                        Say.count(odd.count(), "error") + " from " + reporter + " to " + Odd.names(odd.destinations())
                                + (odd.count() == 1 ? " is" : " are") + " about " + about
                                + ", which the standards forbid because such errors can multiply.")
                .measured("errors", odd.count(), threshold)
                .about(odd.addresses())
                .evidence(odd.count(), odd.frames(), odd.firstTime(), odd.lastTime())
                .check(
                        odd.oddity() == Oddity.ABOUT_FRAGMENT
                                ? "A packet filter that rejects answers every fragment, and so do routers that cannot pass one on."
                                : "Some devices and packet filters that reject do not look what they answer; test programs make"
                                        + " such errors on purpose.",
                        "Find out which device " + reporter
                                + " is and let it drop such packets instead of rejecting them; see what the quoted packet is.",
                        DisplayFilter.all(
                                reporter.version() == 4 ? "icmp" : "icmpv6",
                                DisplayFilter.from(reporter),
                                reporter.version() == 4
                                        ? "icmp.type in {3, 4, 5, 11, 12, 31, 40}"
                                        : "icmpv6.type < 128"))
                .build();
    }
}
