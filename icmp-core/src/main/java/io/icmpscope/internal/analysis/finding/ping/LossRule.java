package io.icmpscope.internal.analysis.finding.ping;

import io.icmpscope.internal.analysis.echo.EchoEvidence;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.FrameOrder;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.LossBurst;
import io.icmpscope.report.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Pings of which requests were not answered. */
public final class LossRule implements Rule {

    private static final Threshold SENT =
            new Threshold("LOSS.sent", 5, "requests", "with fewer requests whose fate is known a ping is not judged");
    private static final Threshold LOW = new Threshold("LOSS.low", 5, "percent", "lost requests, for low");
    private static final Threshold MEDIUM = new Threshold("LOSS.medium", 20, "percent", "lost requests, for medium");
    private static final Threshold FEW =
            new Threshold("LOSS.few", 3, "requests", "fewer lost requests than that are never medium");
    private static final Threshold ALL =
            new Threshold("LOSS.all", 3, "requests", "requests of a ping that was never answered, for high");

    private static final Threshold RUN =
            new Threshold("LOSS.run", 5, "requests", "requests lost one after the other, for medium too");

    private static final int RUN_TO_TELL = 3; // requests
    private static final long DISORDER_NANOS = 1_000_000; // the standard of NON-MONOTONIC

    private static final String DISORDER =
            " Frames of this capture are not in the order of their times: an answer that stands"
                    + " before its request shows as loss. reordercap sorts them.";

    private static final FindingKind KIND = new FindingKind(
            "LOSS",
            Category.NETWORK,
            "Requests of a ping were not answered, and no ICMP error says why.",
            List.of(SENT, LOW, MEDIUM, FEW, ALL, RUN),
            List.of("RFC 1122 section 3.2.2.6", "RFC 4443 section 4.2", "RFC 6673"));

    /** Makes the rule. */
    public LossRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Directions directions = Directions.of(merged.report());
        for (Ping ping : Ping.of(merged)) {
            long lost = silent(ping);
            if (lost <= 0 || ping.isToMany() || ping.reusesNumbers()) {
                continue;
            }
            if (ping.sum(EchoSession::received) + ping.sum(EchoSession::errors) > 0) {
                if (ping.settled() >= merged.value(SENT) && percent(ping) >= merged.value(LOW)) {
                    found.accept(some(ping, lost, merged));
                }
            } else if (lost >= merged.value(ALL)) {
                found.accept(all(ping, lost, merged, directions.mayBeOneWay(ping)));
            }
        }
    }

    /** Lost requests about which no error came: errors are told as what they are. */
    private static long silent(Ping ping) {
        return ping.sum(EchoSession::lost) - ping.sum(EchoSession::errors);
    }

    private static double percent(Ping ping) {
        return 100.0 * silent(ping) / ping.settled();
    }

    private static Finding some(Ping ping, long lost, Merged merged) {
        boolean many = percent(ping) >= merged.value(MEDIUM) && lost >= merged.value(FEW);
        Optional<LossBurst> longest = longestRun(ping);
        long run = longest.map(LossBurst::count).orElse(0L);
        boolean inARow = !many && run >= merged.value(RUN);
        Severity severity = many || inARow ? Severity.MEDIUM : Severity.LOW;
        boolean disordered = mayBeDisorder(ping, merged);
        return ping.finding(KIND, severity, disordered ? Confidence.MEDIUM : Confidence.HIGH, lost, EchoEvidence::lost)
                .says(
                        Say.percent(percent(ping)) + " of the ping " + ping.between() + " was lost",
                        Say.count(lost) + " of " + Say.count(ping.settled(), "request") + " " + ping.between()
                                + " got neither an answer nor an ICMP error."
                                + longest.map(LossRule::told).orElse(""))
                .measured(
                        inARow ? "lost_in_a_row" : "loss_percent",
                        inARow ? run : percent(ping),
                        merged.value(inARow ? RUN : many ? MEDIUM : LOW))
                .check(
                        "Hosts and routers limit how many pings they answer, so that above their limit a steady share is"
                                + " lost; devices that sleep answer late."
                                + (disordered ? DISORDER : ""),
                        "Capture at the other end too: a request that arrives there was lost on the way back. mtr to "
                                + ping.responder() + " shows from which hop on packets are lost.",
                        ping.requests())
                .build();
    }

    /**
     * Whether answers may stand before their requests: times go back so far that it is told as NON-MONOTONIC or CLOCK-STEP,
     * and the ping has answers that nobody seems to have asked for. An answer that is out of place would be one of those.
     */
    private static boolean mayBeDisorder(Ping ping, Merged merged) {
        return ping.sum(EchoSession::unsolicited) > 0
                && merged.observed(FrameOrder.class).stream()
                        .flatMap(order -> order.largestSteps().stream())
                        .anyMatch(step -> step.nanos() >= DISORDER_NANOS);
    }

    /** What errors tell about is in the bursts too: with such, nothing is said of them. */
    private static Optional<LossBurst> longestRun(Ping ping) {
        return ping.sum(EchoSession::errors) > 0
                ? Optional.empty()
                : ping.sessions().stream()
                        .flatMap(evidence -> evidence.session().lossBursts().stream())
                        .max(Comparator.comparingLong(LossBurst::count)
                                .thenComparing(LossBurst::firstTime, Comparator.nullsLast(Comparator.reverseOrder())));
    }

    private static String told(LossBurst run) {
        if (run.count() < RUN_TO_TELL) {
            return "";
        }
        String when = run.firstTime() == null || run.lastTime() == null
                ? ""
                : ", sent from " + run.firstTime() + " to " + run.lastTime();
        return " The longest run of lost requests is " + Say.count(run.count()) + when + ".";
    }

    /** The host is down or hidden, or the capture shows one direction only. */
    private static Finding all(Ping ping, long lost, Merged merged, boolean mayBeOneWay) {
        Severity severity = mayBeOneWay ? Severity.INFO : Severity.HIGH;
        boolean disordered = mayBeDisorder(ping, merged);
        Confidence confidence = mayBeOneWay ? Confidence.LOW : disordered ? Confidence.MEDIUM : Confidence.HIGH;
        return ping.finding(KIND, severity, confidence, lost, EchoEvidence::lost)
                .says(
                        "No reply to the ping " + ping.between() + " was captured",
                        "None of " + Say.count(lost, "request") + " " + ping.between() + " got an answer"
                                + "."
                                + (mayBeOneWay
                                        ? " The capture holds no ICMP message to " + ping.requester()
                                                + " at all, so it may show one direction only; other traffic was not looked at."
                                        : ""))
                .measured("unanswered_requests", lost, merged.value(ALL))
                .check(
                        (mayBeOneWay
                                        ? "A capture of one direction (asymmetric routes, a mirrored port, a capture filter)"
                                                + " looks the same."
                                        : "A host that is switched off, or a firewall that drops pings on purpose, looks the"
                                                + " same.")
                                + (disordered ? DISORDER : ""),
                        "Look for any other packet from " + ping.responder()
                                + " in the capture, or try another protocol: a host that answers on a TCP port is up.",
                        ping.requests())
                .build();
    }
}
