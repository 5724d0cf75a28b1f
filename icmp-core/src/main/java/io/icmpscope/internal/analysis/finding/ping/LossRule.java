package io.icmpscope.internal.analysis.finding.ping;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Pings of which requests were not answered. */
public final class LossRule implements Rule {

    private static final Threshold SENT =
            new Threshold("LOSS.sent", 5, "requests", "requests of a ping whose fate is known, at least");
    private static final Threshold LOW = new Threshold("LOSS.low", 5, "percent", "lost requests, for low");
    private static final Threshold MEDIUM = new Threshold("LOSS.medium", 20, "percent", "lost requests, for medium");

    private static final FindingKind KIND = new FindingKind(
            "LOSS",
            Category.NETWORK,
            "Requests of a ping were not answered within the reply timeout.",
            List.of(SENT, LOW, MEDIUM),
            List.of("RFC 792"));

    /** Makes the rule. */
    public LossRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (EchoSession ping : merged.report().echo().sessions().entries()) {
            long known = ping.sent() - ping.pending();
            Double percent = ping.lossPercent();
            if (percent != null && known >= merged.value(SENT) && percent >= merged.value(LOW)) {
                found.accept(finding(ping, known, percent, merged));
            }
        }
    }

    private static Finding finding(EchoSession ping, long known, double percent, Merged merged) {
        boolean medium = percent >= merged.value(MEDIUM);
        int version = ping.requester().version();
        String between = "from " + ping.requester() + " to " + ping.responder();
        return FindingBuilder.of(KIND, medium ? Severity.MEDIUM : Severity.LOW, Confidence.HIGH)
                .says(
                        "Requests of the ping " + between + " were lost",
                        Say.count(ping.lost()) + " of " + Say.count(known, "request") + " " + between + " (id "
                                + ping.identifier() + ") were not answered: " + Say.percent(percent) + ".")
                .measured("loss_percent", percent, merged.value(medium ? MEDIUM : LOW))
                .about(ping.responder(), ping.requester())
                .evidence(ping.lost(), List.of(), ping.firstTime(), ping.lastTime())
                .check(
                        "Hosts and routers limit how many pings they answer; a host that sleeps answers late.",
                        "Capture at the other end too: what arrives there was lost on the way back.",
                        DisplayFilter.all(
                                DisplayFilter.type(version, version == 4 ? 8 : 128),
                                DisplayFilter.from(ping.requester()),
                                DisplayFilter.to(ping.responder()),
                                DisplayFilter.identifier(version, ping.identifier())))
                .build();
    }
}
