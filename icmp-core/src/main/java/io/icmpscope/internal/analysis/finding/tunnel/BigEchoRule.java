package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import java.util.List;
import java.util.function.Consumer;

/** Echo messages that are larger than pings need to be. */
public final class BigEchoRule implements Rule {

    private static final FindingKind KIND = new FindingKind(
            "BIG-ICMP",
            Category.PROTOCOL,
            "Echo messages are larger than Ethernet carries in one frame, or far larger when they came in fragments.",
            List.of(BigEchoTally.WHOLE, BigEchoTally.JOINED),
            List.of("RFC 1122 section 3.2.2.6", "RFC 4443 section 4.2"));

    /** Makes the rule. */
    public BigEchoRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        double whole = merged.value(BigEchoTally.WHOLE);
        double joined = merged.value(BigEchoTally.JOINED);
        for (BigEchoTally.Found large : merged.observed(BigEchoTally.Found.class)) {
            found.accept(finding(large, large.longest() >= joined ? joined : whole));
        }
    }

    private static Finding finding(BigEchoTally.Found large, double threshold) {
        return FindingBuilder.of(KIND, Severity.INFO, Confidence.HIGH)
                .says(
                        "Large echo messages " + large.ends().between(),
                        Say.count(large.shown().count(), "echo message") + " "
                                + large.ends().between() + " carry up to " + Say.count(large.longest(), "byte")
                                + " of data.")
                .measured("data_bytes", large.longest(), threshold)
                .about(large.ends().requester(), large.ends().responder())
                .evidence(large.shown())
                .check(
                        "Tests of the MTU, of jumbo frames or of throughput send such messages, and a loopback interface"
                                + " carries them whole.",
                        "Ask whether someone tests the path between the two; what the data is tells who sends it.",
                        large.ends().filter())
                .build();
    }
}
