package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** More solicitations or advertisements of neighbours than a link needs. */
public final class DiscoveryFloodRule implements Rule {

    private static final Threshold RATE =
            new Threshold("ND-FLOOD.rate", 50, "messages per second", "messages of one type in a second, at least");
    private static final Threshold MEDIUM = new Threshold(
            "ND-FLOOD.medium", 200, "messages per second", "messages of one type in a second, for medium");
    private static final Threshold HIGH =
            new Threshold("ND-FLOOD.high", 1000, "messages per second", "messages of one type in a second, for high");
    private static final Threshold NEWCOMERS = new Threshold(
            "ND-FLOOD.new-sources",
            10,
            "sources",
            "sources that are new within 10 s, after the first minute, at least");

    private static final FindingKind KIND = new FindingKind(
            "ND-FLOOD",
            Category.SECURITY,
            "Solicitations or advertisements of neighbours came in great number, or from many new sources.",
            List.of(RATE, MEDIUM, HIGH, NEWCOMERS),
            List.of("RFC 6583", "RFC 3756 section 4.3.2", "RFC 4861 section 11.1", "MITRE ATT&CK T1499"));

    private static final int SOLICITATION = 135;
    private static final Map<Integer, String> NAMES =
            Map.of(133, "router solicitation", SOLICITATION, "neighbour solicitation", 136, "neighbour advertisement");

    /** Makes the rule. */
    public DiscoveryFloodRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Links.apart(noises(merged), NoiseSeen::place).values().forEach(link -> {
            List<NoiseSeen> loud =
                    link.stream().filter(noise -> isFlood(noise, merged)).toList();
            NoiseSeen newest = Collections.max(link, Comparator.comparingInt(NoiseSeen::newSources));
            if (!loud.isEmpty()) { // questions and their answers are one flood
                found.accept(ofRate(Collections.max(loud, Comparator.comparingLong(NoiseSeen::busiest)), merged));
            } else if (newest.newSources() >= merged.value(NEWCOMERS)) {
                found.accept(finding(newest, Severity.INFO)
                        .measured("new_sources_in_10_s", newest.newSources(), merged.value(NEWCOMERS))
                        .build());
            }
        });
    }

    private static List<NoiseSeen> noises(Merged merged) {
        return merged.observed(NoiseSeen.class).stream()
                .filter(noise -> NAMES.containsKey(noise.type()))
                .toList();
    }

    /** Says whether a flood of a link is told. */
    static boolean tells(String place, Merged merged) {
        return noises(merged).stream().anyMatch(noise -> noise.place().equals(place) && isFlood(noise, merged));
    }

    /** Solicitations of a sender that asks for one address after the other are told as its scan. */
    private static boolean isFlood(NoiseSeen noise, Merged merged) {
        long told = noise.type() == SOLICITATION ? NeighborScanRule.toldInASecond(noise.place(), merged) : 0;
        return noise.busiest() - told >= merged.value(RATE);
    }

    private static Finding ofRate(NoiseSeen noise, Merged merged) {
        boolean high = noise.busiest() >= merged.value(HIGH);
        boolean medium = noise.busiest() >= merged.value(MEDIUM);
        Severity severity = high ? Severity.HIGH : medium ? Severity.MEDIUM : Severity.LOW;
        return finding(noise, severity)
                .measured("messages_in_a_second", noise.busiest(), merged.value(high ? HIGH : medium ? MEDIUM : RATE))
                .build();
    }

    private static FindingBuilder finding(NoiseSeen noise, Severity severity) {
        String name = NAMES.getOrDefault(noise.type(), "message");
        Seen shown = noise.evidence();
        String news = noise.newSources() == 0
                ? ""
                : "; up to " + Say.count(noise.newSources()) + " sources were new within 10 s";
        return FindingBuilder.of(KIND, severity, severity == Severity.HIGH ? Confidence.HIGH : Confidence.LOW)
                .says(
                        "Up to " + Say.count(noise.busiest(), name) + " came in a second",
                        Say.count(shown.count(), name) + " came from "
                                + Say.count(noise.sources(), "IPv6 address", "IPv6 addresses")
                                + (noise.senders() == 0
                                        ? ""
                                        : " and " + Say.count(noise.senders(), "MAC address", "MAC addresses"))
                                + ", up to " + Say.count(noise.busiest()) + " in a second" + news + ".")
                .about(List.of())
                .evidence(shown)
                .check(
                        "Many hosts that start at once, a large link that recovers, or a router whose hosts are scanned"
                                + " from outside cause the same.",
                        noise.sender() == null
                                ? "Count the messages by the source of their frames: one port of a switch, or all?"
                                : "Find the switch port of " + noise.sender() + ", from which all of them came.",
                        LinkFilter.from(List.of(), noise.type()));
    }
}
