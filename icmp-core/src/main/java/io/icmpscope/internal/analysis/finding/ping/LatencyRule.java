package io.icmpscope.internal.analysis.finding.ping;

import io.icmpscope.internal.analysis.echo.EchoEvidence;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.RttSummary;
import io.icmpscope.report.RttSummary.Distribution;
import io.icmpscope.report.Threshold;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pings whose round trips take very different times. A long way that always takes as long is no finding. */
public final class LatencyRule implements Rule {

    private static final Threshold REPLIES =
            new Threshold("LATENCY.replies", 10, "round trips", "with fewer a ping is not judged");
    private static final Threshold P95 =
            new Threshold("LATENCY.p95", 200, "ms", "of 20 round trips one takes that long or longer");
    private static final Threshold TIMES = new Threshold(
            "LATENCY.times", 5, "times the median", "and longer than the usual round trip by this factor");
    private static final Threshold JITTER =
            new Threshold("LATENCY.jitter", 30, "ms", "or round trips differ so much from one to the next");

    private static final FindingKind KIND = new FindingKind(
            "LATENCY",
            Category.NETWORK,
            "The round trips of a ping take very different times.",
            List.of(REPLIES, P95, TIMES, JITTER),
            List.of("RFC 2681", "RFC 3393", "RFC 3550 section 6.4.1"));

    private static final double NANOS_PER_MILLI = 1e6;

    /** Makes the rule. */
    public LatencyRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (Ping ping : Ping.of(merged)) {
            Optional<EchoEvidence> worst = ping.sessions().stream()
                    .filter(session -> isUnsteady(session, merged))
                    .max(Comparator.comparing(session -> millis(session, Distribution::p95)));
            worst.ifPresent(session -> found.accept(finding(new Ping(List.of(session)), session, merged)));
        }
    }

    private interface Figure {
        Duration of(Distribution distribution);
    }

    private static double millis(EchoEvidence session, Figure figure) {
        Distribution distribution = distribution(session);
        return distribution == null ? 0 : figure.of(distribution).toNanos() / NANOS_PER_MILLI;
    }

    private static @Nullable Distribution distribution(EchoEvidence session) {
        RttSummary rtt = session.session().rtt();
        return rtt == null ? null : rtt.distribution();
    }

    private static boolean isUnsteady(EchoEvidence session, Merged merged) {
        RttSummary rtt = session.session().rtt();
        return rtt != null
                && !new Ping(List.of(session)).reusesNumbers()
                && rtt.count() >= merged.value(REPLIES)
                && (isSlowAtTimes(session, merged) || millis(session, Distribution::jitter) >= merged.value(JITTER));
    }

    private static boolean isSlowAtTimes(EchoEvidence session, Merged merged) {
        double usual = millis(session, Distribution::median) * merged.value(TIMES);
        return millis(session, Distribution::p95) >= Math.max(merged.value(P95), usual);
    }

    private static Finding finding(Ping ping, EchoEvidence session, Merged merged) {
        double p95 = millis(session, Distribution::p95);
        double jitter = millis(session, Distribution::jitter);
        boolean slow = isSlowAtTimes(session, merged);
        return ping.finding(
                        KIND, Severity.LOW, Confidence.HIGH, session.slowest().size(), EchoEvidence::slowest)
                .says(
                        "Round trips " + ping.between() + " are unsteady",
                        "Half of the round trips " + ping.between() + " take "
                                + Say.number(millis(session, Distribution::median))
                                + " ms or less, but one in 20 takes "
                                + Say.number(p95) + " ms or more; the jitter is " + Say.number(jitter) + " ms.")
                .measured(
                        slow ? "rtt_p95_ms" : "jitter_ms",
                        slow ? p95 : jitter,
                        slow
                                ? Math.max(
                                        merged.value(P95), millis(session, Distribution::median) * merged.value(TIMES))
                                : merged.value(JITTER))
                .check(
                        "Wi-Fi that saves power, a mobile network, or a host that answers pings when it has nothing else"
                                + " to do shows the same.",
                        "Compare with mtr which hop the delay begins at, and with the load of the link at these times.",
                        ping.both())
                .build();
    }
}
