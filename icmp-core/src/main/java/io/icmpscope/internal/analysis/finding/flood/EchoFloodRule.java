package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.echo.KeptPings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Many echo requests a second to one address. */
public final class EchoFloodRule implements Rule {

    private static final FloodLevels LEVELS = new FloodLevels("FLOOD-ECHO", "requests", "echo requests");
    private static final Threshold SOURCES =
            new Threshold("FLOOD-ECHO.sources", 10, "hosts", "senders from which on it counts as distributed");
    private static final Threshold FEW = new Threshold(
            "FLOOD-ECHO.few", 3, "requests", "it counts as distributed too when most senders sent no more than this");
    private static final Threshold ANSWERED = new Threshold(
            "FLOOD-ECHO.answered", 90, "percent", "answered requests from which on one near sender makes it low");

    private static final FindingKind KIND = new FindingKind(
            "FLOOD-ECHO",
            Category.SECURITY,
            "An address received very many echo requests a second for some time.",
            LEVELS.and(SOURCES, FEW, ANSWERED),
            List.of("MITRE ATT&CK T1498.001", "RFC 4732"));

    /** Makes the rule. */
    public EchoFloodRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        List<Burst> bursts = RequestLoads.bursts(merged, LEVELS.busy(merged), LEVELS.least(merged));
        Askers.of(merged, LEVELS.floods(merged, bursts)).forEach(askers -> found.accept(finding(askers, merged)));
    }

    private static Finding finding(Askers askers, Merged merged) {
        Burst burst = askers.burst;
        IpAddress flooded = burst.address;
        boolean one = askers.hosts() == 1;
        boolean harmless = one
                && Neighborhood.isLocal(askers.first(), flooded)
                && askers.answeredPercent() >= merged.value(ANSWERED);
        Severity severity = harmless ? Severity.LOW : LEVELS.severity(merged, burst);
        List<IpAddress> concerned = new ArrayList<>(List.of(flooded));
        concerned.addAll(askers.busiestFirst());
        int version = flooded.version();
        String type = DisplayFilter.type(version, version == 4 ? 8 : 128);
        String to = DisplayFilter.to(flooded);
        return LEVELS.measured(
                        FindingBuilder.of(KIND, severity, harmless ? Confidence.MEDIUM : Confidence.HIGH),
                        merged,
                        burst)
                .says(
                        flooded + " received up to " + Say.count(burst.peak()) + " echo requests a second",
                        LEVELS.sentence(burst) + " " + senders(askers, merged) + kept(merged))
                .about(concerned)
                .evidence(burst.messages(), askers.frames.list(), burst.begin(merged), burst.end(merged))
                .check(
                        one
                                ? "A flood ping of an administrator, a load test or a monitor at a short interval does the same."
                                : "A load test, or many monitors of one popular address, can look like this.",
                        one
                                ? "Ask who runs " + askers.first()
                                        + " whether it was a test; if not, limit ICMP from there."
                                : "Compare with the usual rate of pings to " + flooded
                                        + ", and limit echo requests at the border if it suffers.",
                        one
                                ? DisplayFilter.all(type, DisplayFilter.from(askers.first()), to)
                                : DisplayFilter.all(type, to))
                .build();
    }

    /** Beyond the limit of sessions the requests of those that were not kept are missing in all numbers. */
    private static String kept(Merged merged) {
        return merged.observed(KeptPings.class).stream().noneMatch(KeptPings::isFull)
                ? ""
                : " More pings came than could be kept, so that the flood was larger than these numbers.";
    }

    private static String senders(Askers askers, Merged merged) {
        String answered = Say.percent(askers.answeredPercent()) + " of all requests to it were answered.";
        if (askers.hosts() <= 1) {
            return askers.hosts() == 0 ? answered : "They came from one host, " + askers.first() + "; " + answered;
        }
        boolean distributed =
                askers.hosts() >= merged.value(SOURCES) || askers.shareWithAtMost(merged.value(FEW)) >= 0.5;
        return "They came from " + (askers.areEstimated() ? "about " : "") + Say.count(askers.hosts()) + " addresses"
                + (distributed ? ", so it was distributed or the addresses were forged; " : "; ") + answered;
    }
}
