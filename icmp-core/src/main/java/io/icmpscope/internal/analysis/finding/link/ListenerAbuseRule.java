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
import java.util.Map;
import java.util.function.Consumer;

/** Multicast listener discovery that is out of the ordinary. */
public final class ListenerAbuseRule implements Rule {

    private static final Threshold RATE =
            new Threshold("MLD-ABUSE.rate", 100, "messages per second", "messages of one type in a second, at least");
    private static final Threshold MEDIUM = new Threshold(
            "MLD-ABUSE.medium",
            200,
            "messages per second",
            "messages of one type in a second, for medium; those of one sender are it from the first threshold on");
    private static final Threshold HIGH =
            new Threshold("MLD-ABUSE.high", 1000, "messages per second", "messages of one type in a second, for high");
    private static final Threshold GROUPS = new Threshold(
            "MLD-ABUSE.groups", 1000, "groups", "groups with listeners, those of single addresses aside, more than");
    private static final Threshold MESSAGES =
            new Threshold("MLD-ABUSE.messages", 1, "messages", "queries or invalid messages that stand out, at least");

    private static final Threshold TAKEOVERS =
            new Threshold("MLD-ABUSE.takeovers", 2, "queries", "queriers of lower and lower addresses, for low");

    private static final FindingKind KIND = new FindingKind(
            "MLD-ABUSE",
            Category.SECURITY,
            "Multicast listener discovery came in great number, for very many groups, or was invalid or odd.",
            List.of(RATE, MEDIUM, HIGH, GROUPS, MESSAGES, TAKEOVERS),
            List.of("RFC 9777 section 10", "RFC 3810 section 10", "RFC 2710", "CVE-2022-0742"));

    private static final int QUERY = 130;
    private static final Map<Integer, String> NAMES = Map.of(
            QUERY, "queries", 131, "reports of version 1", 132, "who stopped listening", 143, "reports of version 2");
    private static final Integer[] TYPES = {QUERY, 131, 132, 143};

    /** Makes the rule. */
    public ListenerAbuseRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        double least = merged.value(MESSAGES);
        for (NoiseSeen noise : merged.observed(NoiseSeen.class)) {
            if (List.of(TYPES).contains(noise.type()) && noise.busiest() >= merged.value(RATE)) {
                found.accept(flood(noise, merged));
            }
        }
        for (ListenerSeen link : merged.observed(ListenerSeen.class)) {
            if (link.groups() > merged.value(GROUPS)) {
                found.accept(groups(link, merged.value(GROUPS)));
            }
            if (link.lowered().count() >= least) {
                found.accept(lowered(link, least, merged.value(TAKEOVERS)));
            }
            if (link.hasty().count() >= least) {
                found.accept(hasty(link, least));
            }
        }
        List<Violation> broken = merged.observed(Violation.class).stream()
                .filter(one -> !Rulings.isOfDiscovery(one))
                .toList();
        Links.apart(broken, one -> one.place() + "/" + one.text()).values().forEach(same -> {
            Seen shown = Seen.sum(same.stream().map(Violation::seen).toList());
            if (shown.count() >= least) {
                found.accept(invalid(same, shown, least));
            }
        });
    }

    private static Finding flood(NoiseSeen noise, Merged merged) {
        boolean high = noise.busiest() >= merged.value(HIGH);
        boolean medium = noise.senders() == 1 || noise.busiest() >= merged.value(MEDIUM);
        Severity severity = high ? Severity.HIGH : medium ? Severity.MEDIUM : Severity.LOW;
        Seen shown = noise.evidence();
        return start(severity, Confidence.MEDIUM, shown)
                .says(
                        "Up to " + Say.count(noise.busiest()) + " messages of listener discovery came in a second",
                        Say.count(shown.count(), "message") + " (" + NAMES.getOrDefault(noise.type(), "others")
                                + ") came from "
                                + Say.count(noise.sources(), "IPv6 address", "IPv6 addresses")
                                + (noise.senders() == 0
                                        ? ""
                                        : " and " + Say.count(noise.senders(), "MAC address", "MAC addresses"))
                                + ", up to "
                                + Say.count(noise.busiest()) + " in a second.")
                .measured("messages_in_a_second", noise.busiest(), merged.value(high ? HIGH : RATE))
                .about(List.of())
                .check(
                        "On a link of a thousand hosts each query is answered like this.",
                        noise.sender() == null
                                ? "Count the messages by the source of their frames."
                                : "Find the switch port of " + noise.sender() + ", from which all of them came.",
                        LinkFilter.from(List.of(), noise.type()))
                .build();
    }

    private static Finding groups(ListenerSeen link, double most) {
        return start(Severity.LOW, Confidence.LOW, link.reports())
                .says(
                        "Listeners were reported for about " + Say.count(link.groups()) + " multicast groups",
                        Say.count(link.reports().count(), "report") + " named about " + Say.count(link.groups())
                                + " groups, those of single addresses aside; switches and routers keep a table of them.")
                .measured("groups", link.groups(), most)
                .about(List.of())
                .check(
                        "Distribution of television or market data uses as many groups.",
                        "Look whether one host reports most of them, and whether the groups are in use.",
                        LinkFilter.from(List.of(), 131, 143))
                .build();
    }

    private static Finding lowered(ListenerSeen link, double least, double low) {
        List<IpAddress> queriers = link.queriers();
        return start(link.lowered().count() >= low ? Severity.LOW : Severity.INFO, Confidence.MEDIUM, link.lowered())
                .says(
                        "A querier of a lower address took over from " + queriers.get(0),
                        "General queries came from " + Say.count(queriers.size())
                                + " addresses; a lower one than before, "
                                + queriers.stream().sorted().findFirst().orElse(queriers.get(0))
                                + ", is querier by the rules.")
                .measured("takeovers", link.lowered().count(), least)
                .about(queriers)
                .check(
                        "A router that starts queries, and the lowest address wins by design.",
                        "Ask whether a router or switch has that address.",
                        LinkFilter.from(queriers, QUERY))
                .build();
    }

    private static Finding hasty(ListenerSeen link, double least) {
        return start(Severity.LOW, Confidence.MEDIUM, link.hasty())
                .says(
                        "General queries asked all listeners to answer at once",
                        "General queries of " + link.hastySources().get(0) + " ("
                                + Say.count(link.hasty().count())
                                + ") had a maximum response delay of 0, so that all hosts answer at the same time.")
                .measured("general_queries_with_delay_0", link.hasty().count(), least)
                .about(link.hastySources())
                .check(
                        "A simple querier in a switch, or a test, may leave the field at 0.",
                        "Look which device has that address, and set its maximum response delay.",
                        LinkFilter.from(link.hastySources(), QUERY))
                .build();
    }

    private static Finding invalid(List<Violation> same, Seen shown, double least) {
        List<IpAddress> sources =
                same.stream().map(Violation::source).distinct().toList();
        Integer[] types = same.stream().map(Violation::type).distinct().sorted().toArray(Integer[]::new);
        return start(Severity.LOW, Confidence.HIGH, shown)
                .says(
                        "Invalid listener discovery of " + Rulings.senders(sources) + ": "
                                + same.get(0).text(),
                        Say.count(shown.count(), "message") + " of " + Rulings.senders(sources) + ": "
                                + same.get(0).text() + "; receivers ignore such messages.")
                .measured("invalid_messages", shown.count(), least)
                .about(sources)
                .check(
                        "Simple implementations, and translators, send such messages.",
                        "Find the sender by the source of its frames; hop limit 1 cannot have come from another link.",
                        LinkFilter.from(sources, types))
                .build();
    }

    private static FindingBuilder start(Severity severity, Confidence confidence, Seen shown) {
        return FindingBuilder.of(KIND, severity, confidence).evidence(shown);
    }
}
