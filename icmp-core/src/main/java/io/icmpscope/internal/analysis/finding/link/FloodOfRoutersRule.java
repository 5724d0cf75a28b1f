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
import java.util.function.Consumer;

/** Router advertisements of far more routers, or far more often, than a link can have. */
public final class FloodOfRoutersRule implements Rule {

    static final Threshold SENDERS =
            new Threshold("RA-FLOOD.senders", 10, "senders", "different senders within 10 s, at least");
    private static final Threshold PREFIXES =
            new Threshold("RA-FLOOD.prefixes", 10, "prefixes", "different prefixes within 10 s, at least");
    private static final Threshold RATE =
            new Threshold("RA-FLOOD.rate", 50, "advertisements per second", "advertisements in one second, at least");

    private static final FindingKind KIND = new FindingKind(
            "RA-FLOOD",
            Category.SECURITY,
            "Router advertisements came from many senders, with many prefixes, or in great number.",
            List.of(SENDERS, PREFIXES, RATE),
            List.of("RFC 6104", "RFC 4861 section 11.1", "CVE-2010-4669", "CVE-2014-0254", "MITRE ATT&CK T1499"));

    private static final int ADVERTISEMENT = 134;

    /** Makes the rule. */
    public FloodOfRoutersRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        boolean mixed = Links.mayBeMixed(merged);
        for (NoiseSeen noise : merged.observed(NoiseSeen.class)) {
            if (noise.type() != ADVERTISEMENT) {
                continue;
            }
            boolean many = noise.advertisers() >= merged.value(SENDERS);
            boolean prefixes =
                    noise.prefixes() >= merged.value(PREFIXES) && noise.all().count() >= merged.value(PREFIXES);
            if (noise.busiest() >= merged.value(RATE)) {
                found.accept(
                        finding(noise, "in_a_second", (double) noise.busiest(), merged.value(RATE), mixed && !many));
            } else if (many) {
                found.accept(finding(noise, "senders_in_10_s", noise.advertisers(), merged.value(SENDERS), mixed));
            } else if (prefixes) {
                found.accept(finding(noise, "prefixes_in_10_s", noise.prefixes(), merged.value(PREFIXES), mixed));
            }
        }
    }

    private static Finding finding(NoiseSeen noise, String metric, double value, double threshold, boolean mixed) {
        Seen shown = noise.evidence();
        return FindingBuilder.of(KIND, Links.severity(Severity.HIGH, mixed), Links.confidence(Confidence.HIGH, mixed))
                .says(
                        "Router advertisements of " + Say.count(noise.sources(), "source")
                                + ", consistent with a flood",
                        "Up to " + Say.count(noise.busiest()) + " of " + Say.count(shown.count(), "advertisement")
                                + " came in a second; within 10 s there were up to "
                                + Say.count(noise.advertisers(), "sender") + " and "
                                + Say.count(noise.prefixes()) + " prefixes.")
                .measured("advertisements_" + metric, value, threshold)
                .about(List.<IpAddress>of())
                .evidence(shown)
                .check(
                        "A capture of many links at once, or a laboratory's test, looks the same.",
                        "Find the switch port by the source of the frames; RA Guard there stops them.",
                        LinkFilter.from(List.of(), ADVERTISEMENT))
                .build();
    }
}
