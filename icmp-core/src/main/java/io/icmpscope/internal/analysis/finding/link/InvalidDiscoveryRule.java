package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
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
import java.util.Set;
import java.util.function.Consumer;

/** Messages of neighbour discovery that receivers must ignore. */
public final class InvalidDiscoveryRule implements Rule {

    private static final Threshold MESSAGES =
            new Threshold("ND-INVALID.messages", 1, "messages", "messages that break one rule, at least");

    private static final FindingKind KIND = new FindingKind(
            "ND-INVALID",
            Category.PROTOCOL,
            "Messages of neighbour discovery broke a rule by which receivers tell good ones.",
            List.of(MESSAGES),
            List.of(
                    "RFC 4861 section 6.1.1",
                    "RFC 4861 section 6.1.2",
                    "RFC 4861 section 7.1.1",
                    "RFC 4861 section 7.1.2",
                    "RFC 4861 section 8.1",
                    "RFC 6980 section 5"));

    private static final String ANY_OPTION = "nd-option"; // layers
    private static final Set<String> MESSAGES_THEMSELVES = Set.of(
            "router-solicitation",
            "router-advertisement",
            "neighbor-solicitation",
            "neighbor-advertisement",
            "redirect");

    /** Makes the rule. */
    public InvalidDiscoveryRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    /** One finding a broken rule and link, whoever breaks it. */
    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        List<Violation> broken = merged.observed(Violation.class).stream()
                .filter(one -> Rulings.isOfDiscovery(one) && !Rulings.isMalformedAdvertisement(one))
                .toList();
        Links.apart(broken, one -> one.place() + "/" + one.text()).values().forEach(same -> {
            Seen shown = Seen.sum(same.stream().map(Violation::seen).toList());
            if (shown.count() >= merged.value(MESSAGES)) {
                found.accept(finding(same, shown, merged.value(MESSAGES)));
            }
        });
    }

    private static String where(Violation one) {
        if (MESSAGES_THEMSELVES.contains(one.layer())) {
            return "";
        }
        return one.layer().equals(ANY_OPTION) ? " (in an option)" : " (in the option " + one.layer() + ")";
    }

    private static Finding finding(List<Violation> same, Seen shown, double least) {
        Violation first = same.get(0);
        List<IpAddress> sources =
                same.stream().map(Violation::source).distinct().toList();
        Integer[] types = same.stream().map(Violation::type).distinct().sorted().toArray(Integer[]::new);
        boolean elsewhere = Rulings.comesFromElsewhere(first);
        return FindingBuilder.of(KIND, Rulings.evadesGuards(first) ? Severity.MEDIUM : Severity.LOW, Confidence.HIGH)
                .says(
                        "Invalid neighbour discovery of " + Rulings.senders(sources) + ": " + Rulings.wrong(first),
                        Say.count(shown.count(), "message") + " of " + Rulings.senders(sources) + where(first) + ": "
                                + Rulings.wrong(first) + "; receivers ignore such messages.")
                .measured("messages_that_break_the_rule", shown.count(), least)
                .about(sources)
                .evidence(shown)
                .check(
                        elsewhere
                                ? "A tool that builds packets by hand forgets the hop limit; a real neighbour does not."
                                : "Old or simple implementations, and tests of receivers, send such messages.",
                        elsewhere
                                ? "See by the source of the frames whether they came from a router, so from another link."
                                : "Find the sender by the source of its frames, and look whether new software sends it right.",
                        LinkFilter.from(sources, types))
                .build();
    }
}
