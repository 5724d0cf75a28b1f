package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.FragmentTrouble;
import io.icmpscope.internal.packet.FragmentTrouble.Kind;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Messages that should never come in fragments, and fragments that are too small. */
public final class FragmentedErrorRule implements Rule {

    private static final Threshold MESSAGES =
            new Threshold("FRAGMENTED-ERROR.messages", 1, "messages", "errors or discovery in fragments, at least");
    private static final Threshold TINY = new Threshold(
            "FRAGMENTED-ERROR.tiny",
            48,
            "bytes",
            "payload of a first fragment, less than which is tiny: any link carries 68 bytes with the header");

    private static final FindingKind KIND = new FindingKind(
            "FRAGMENTED-ERROR",
            Category.SECURITY,
            "ICMP errors or neighbour discovery came in fragments, or the first fragments of messages are tiny: inspecting"
                    + " devices may not see what they say.",
            List.of(MESSAGES, TINY),
            List.of("RFC 1812 section 4.3.2.3", "RFC 4443 section 2.4", "RFC 6980 section 5", "CVE-2023-23415"));

    private static final String NEXT = "See whether the receiver took it, and what the joined message says;"
            + " a firewall that passes fragments of ICMP unseen can drop them.";

    /** Makes the rule. */
    public FragmentedErrorRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        double least = merged.value(MESSAGES);
        Odd.of(merged, Oddity.FRAGMENTED_ERROR).stream()
                .filter(odd -> odd.count() >= least)
                .forEach(odd -> found.accept(whole(odd, "ICMP errors", least)));
        Odd.of(merged, Oddity.FRAGMENTED_DISCOVERY).stream()
                .filter(odd -> odd.count() >= least)
                .forEach(odd -> found.accept(whole(odd, "Neighbour discovery messages", least)));
        for (FragmentTrouble trouble : merged.observed(FragmentTrouble.class)) {
            if (trouble.kind() == Kind.GIVEN_UP && isNeverCut(trouble) && trouble.count() >= least) {
                found.accept(part(trouble, "First fragments of ICMP errors or discovery", Severity.MEDIUM, least)
                        .build());
            } else if (trouble.kind() == Kind.SMALL_FIRST && trouble.measure() < merged.value(TINY)) {
                found.accept(tiny(trouble, merged.value(TINY)));
            }
        }
    }

    private static boolean isNeverCut(FragmentTrouble trouble) {
        int type = trouble.icmpType();
        boolean discovery = trouble.icmpVersion() == 6 && type >= 133 && type <= CodeStates.REDIRECT6;
        return type >= 0 && (discovery || Icmp.isError(trouble.icmpVersion(), type));
    }

    private static Finding whole(OddPacket odd, String what, double threshold) {
        IpAddress source = odd.subject();
        boolean errors = odd.oddity() == Oddity.FRAGMENTED_ERROR;
        return FindingBuilder.of(KIND, Severity.MEDIUM, Confidence.MEDIUM)
                .says(
                        what + " from " + source + " came in fragments",
                        Say.count(odd.count(), errors ? "error" : "message") + " from " + source + " to "
                                + Odd.names(odd.destinations()) + " came in fragments, "
                                + (errors
                                        ? "though errors are kept short enough to need none."
                                        : "which receivers must drop by RFC 6980."))
                .measured("fragmented_messages", (double) odd.count(), threshold)
                .about(odd.addresses())
                .evidence(odd.count(), odd.frames(), odd.firstTime(), odd.lastTime())
                .check(
                        errors
                                ? "Some routers quote the whole datagram, and a tunnel with a small MTU then cuts the error."
                                : "Certificates of secure neighbour discovery (RFC 3971) can be larger than a packet.",
                        NEXT,
                        DisplayFilter.all(DisplayFilter.fragments(source.version()), DisplayFilter.from(source)))
                .build();
    }

    private static Finding tiny(FragmentTrouble trouble, double threshold) {
        return part(trouble, "Tiny first fragments of ICMP", Severity.LOW, 1)
                .measured("first_fragment_bytes", (double) trouble.measure(), threshold)
                .build();
    }

    private static FindingBuilder part(FragmentTrouble trouble, String what, Severity severity, double threshold) {
        boolean tiny = trouble.kind() == Kind.SMALL_FIRST;
        return FindingBuilder.of(KIND, severity, Confidence.MEDIUM)
                .says(
                        what + " came from " + trouble.source() + " to " + trouble.destination(),
                        tiny
                                ? Say.count(trouble.count(), "first fragment")
                                        + " had little behind the IP header, the shortest "
                                        + Say.count(trouble.measure(), "byte") + "; no link needs them so small."
                                : Say.count(trouble.count(), "message") + " of type " + trouble.icmpType()
                                        + " began with a fragment, and the rest was not captured; such messages are kept"
                                        + " short enough to need none.")
                .measured("fragmented_messages", (double) trouble.count(), threshold)
                .about(trouble.source(), trouble.destination())
                .evidence(trouble.count(), trouble.frames(), trouble.firstTime(), trouble.lastTime())
                .check(
                        tiny
                                ? "Programs that test reassembly send such fragments, and so do links with tiny frames."
                                : "Some routers quote the whole datagram, and a tunnel with a small MTU then cuts the error.",
                        NEXT,
                        Odd.fragments(trouble.source(), trouble.destination()));
    }
}
