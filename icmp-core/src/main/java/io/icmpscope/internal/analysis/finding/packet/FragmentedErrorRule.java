package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
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
import java.util.Map;
import java.util.TreeMap;
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

    private static final Threshold MANY =
            new Threshold("FRAGMENTED-ERROR.many", 1_000, "fragments", "tiny first fragments of a sender, for medium");
    private static final Threshold FAST = new Threshold(
            "FRAGMENTED-ERROR.fast",
            100,
            "fragments a second",
            "tiny first fragments of a sender, on average over a second at least, for medium");

    private static final FindingKind KIND = new FindingKind(
            "FRAGMENTED-ERROR",
            Category.SECURITY,
            "ICMP errors or neighbour discovery came in fragments, or the first fragments of messages are tiny: inspecting"
                    + " devices may not see what they say.",
            List.of(MESSAGES, TINY, MANY, FAST),
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
        Map<IpAddress, Cut> senders = new TreeMap<>();
        for (Oddity oddity : List.of(Oddity.FRAGMENTED_ERROR, Oddity.FRAGMENTED_DISCOVERY)) {
            for (OddPacket odd : Odd.of(merged, oddity)) {
                cut(senders, odd.subject()).whole(odd);
            }
        }
        for (FragmentTrouble trouble : merged.observed(FragmentTrouble.class)) {
            if (trouble.kind() == Kind.GIVEN_UP && isNeverCut(trouble)) {
                cut(senders, trouble.source()).begun(trouble);
            } else if (trouble.kind() == Kind.SMALL_FIRST && trouble.measure() < merged.value(TINY)) {
                cut(senders, trouble.source()).tiny(trouble);
            }
        }
        senders.values().stream()
                .filter(cut -> cut.isTiny() || cut.forbidden() >= merged.value(MESSAGES))
                .forEach(cut -> found.accept(finding(cut, merged)));
    }

    private static Cut cut(Map<IpAddress, Cut> senders, IpAddress sender) {
        return senders.computeIfAbsent(sender, Cut::new);
    }

    private static boolean isNeverCut(FragmentTrouble trouble) {
        int type = trouble.icmpType();
        boolean discovery = trouble.icmpVersion() == 6 && type >= 133 && type <= CodeStates.REDIRECT6;
        return type >= 0 && (discovery || Icmp.isError(trouble.icmpVersion(), type));
    }

    private static Finding finding(Cut cut, Merged merged) {
        boolean forbidden = cut.forbidden() >= merged.value(MESSAGES);
        Seen tiny = cut.tinyOnes();
        boolean many = tiny.count() >= merged.value(MANY);
        double rate = tiny.first() == null ? 0 : tiny.count() / Math.max(1, tiny.seconds());
        boolean fast = rate >= merged.value(FAST);
        Severity severity = forbidden || many || fast ? Severity.MEDIUM : Severity.LOW;
        Seen all = cut.all();
        FindingBuilder finding = FindingBuilder.of(KIND, severity, Confidence.MEDIUM)
                .says(cut.title(), cut.summary())
                .about(cut.concerned())
                .evidence(all)
                .check(
                        cut.benign(),
                        NEXT,
                        DisplayFilter.all(
                                DisplayFilter.fragments(cut.sender.version()), DisplayFilter.from(cut.sender)));
        if (forbidden) {
            return finding.measured("fragmented_messages", cut.forbidden(), merged.value(MESSAGES))
                    .build();
        }
        if (many) {
            return finding.measured("tiny_first_fragments", tiny.count(), merged.value(MANY))
                    .build();
        }
        return fast
                ? finding.measured("tiny_first_fragments_per_second", rate, merged.value(FAST))
                        .build()
                : finding.measured("first_fragment_bytes", cut.shortest(), merged.value(TINY))
                        .build();
    }
}
