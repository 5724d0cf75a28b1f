package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
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
import io.icmpscope.report.TracerouteHop;
import java.util.List;
import java.util.function.Consumer;

/** Reporters that send errors at a limited rate, so that a missing error means nothing. */
public final class RateLimitedRule implements Rule {

    private static final Threshold GAPS =
            new Threshold("RATE-LIMITED.gaps", 10, "gaps", "gaps between errors behind the first burst, at least");
    private static final Threshold VARIATION = new Threshold(
            "RATE-LIMITED.variation", 35, "percent", "standard deviation of the gaps by their mean, at most");
    private static final Threshold UNANSWERED = new Threshold(
            "RATE-LIMITED.unanswered",
            30,
            "percent",
            "packets that got no error, or errors about other ports, at least");

    private static final FindingKind KIND = new FindingKind(
            "RATE-LIMITED",
            Category.NETWORK,
            "A router or host sends errors at a limited rate: that one is missing says nothing.",
            List.of(GAPS, VARIATION, UNANSWERED),
            List.of("RFC 1812 section 4.3.2.8", "RFC 4443 section 2.4"));

    /** Makes the rule. */
    public RateLimitedRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (ErrorPace pace : merged.observed(ErrorPace.class)) {
            if (pace.gaps() >= merged.value(GAPS)
                    && pace.variation() * 100 <= merged.value(VARIATION)
                    && unansweredPercent(pace, merged) >= merged.value(UNANSWERED)) {
                found.accept(finding(pace, merged));
            }
        }
    }

    /** The largest share of packets without an error that anything shows. */
    private static double unansweredPercent(ErrorPace pace, Merged merged) {
        boolean expired = pace.pair().type()
                == Failures.timeExceeded(pace.pair().reporter().version());
        if (expired) {
            return merged.report().traceroutes().entries().stream()
                    .filter(run -> run.source().equals(pace.pair().source()))
                    .flatMap(run -> run.hops().stream())
                    .filter(hop -> isOnly(hop, pace.pair().reporter()))
                    .mapToDouble(RateLimitedRule::loss)
                    .max()
                    .orElse(0);
        }
        double echoes = 100.0 * pace.unanswered() / (pace.unanswered() + pace.gaps());
        return Math.max(echoes, sweepOfPorts(pace));
    }

    private static boolean isOnly(TracerouteHop hop, IpAddress reporter) {
        return hop.responders().size() == 1 && hop.responders().get(0).address().equals(reporter);
    }

    private static double loss(TracerouteHop hop) {
        Double percent = hop.lossPercent();
        return percent == null ? 0 : percent;
    }

    /** Whoever asks one port after the other asks faster than once in half a second. */
    private static double sweepOfPorts(ErrorPace pace) {
        return pace.meanSeconds() >= 0.45 && pace.otherPorts() >= 0.8 * pace.gaps()
                ? 100.0 * pace.otherPorts() / pace.gaps()
                : 0;
    }

    private static Finding finding(ErrorPace pace, Merged merged) {
        IpAddress reporter = pace.pair().reporter();
        IpAddress source = pace.pair().source();
        int version = reporter.version();
        FindingBuilder finding = FindingBuilder.of(KIND, Severity.INFO, Confidence.MEDIUM)
                .says(
                        reporter + " seems to limit how many errors it sends",
                        reporter + " sent " + Say.count(pace.seen().count(), "error") + " about packets from " + source
                                + ", one in " + Say.number(pace.meanSeconds() * 1000)
                                + " ms, evenly, while other packets got none.")
                .measured("variation_percent", pace.variation() * 100, merged.value(VARIATION))
                .about(reporter, source)
                .check(
                        "A sender that sends as evenly, of whose packets some are lost, looks the same.",
                        "Do not read loss at this hop, or open ports, from missing errors: only what lies behind "
                                + reporter + " counts.",
                        DisplayFilter.all(
                                DisplayFilter.type(version, pace.pair().type()),
                                DisplayFilter.from(reporter),
                                DisplayFilter.to(source)));
        return finding.evidence(pace.seen()).build();
    }
}
