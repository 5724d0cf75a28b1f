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
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Echo requests that carry much data to a host that hardly answers. */
public final class ExfiltrationRule implements Rule {

    private static final Threshold REQUESTS =
            new Threshold("EXFILTRATION.requests", 20, "requests", "echo requests with data that is unknown");
    private static final Threshold MEAN =
            new Threshold("EXFILTRATION.mean", 32, "bytes", "data of a request, on average");
    private static final Threshold BYTES = new Threshold("EXFILTRATION.bytes", 10_000, "bytes", "data of all requests");
    private static final Threshold ANSWERED =
            new Threshold("EXFILTRATION.answered", 10, "percent", "requests that may be answered with data, at most");

    private static final FindingKind KIND = new FindingKind(
            "EXFILTRATION",
            Category.SECURITY,
            "Echo requests carry much data to a host that does not answer with any.",
            List.of(REQUESTS, MEAN, BYTES, ANSWERED),
            List.of("MITRE ATT&CK T1048", "MITRE ATT&CK T1095"));

    /** Makes the rule. */
    public ExfiltrationRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (EchoDataSeen seen : merged.observed(EchoDataSeen.class)) {
            Score score = Score.of(seen, merged);
            if (isOneWay(seen, score, merged)) {
                found.accept(finding(seen, score, merged));
            }
        }
    }

    private static boolean isOneWay(EchoDataSeen seen, Score score, Merged merged) {
        DataStats requests = seen.requests();
        return requests.messages() >= merged.value(REQUESTS)
                && requests.meanBytes() >= merged.value(MEAN)
                && requests.bytes() >= merged.value(BYTES)
                && seen.sent() > 0
                && seen.answeredPercent() <= merged.value(ANSWERED)
                && seen.marks().isEmpty()
                && !score.isConstant()
                && !requests.sweep()
                && !isTunnel(seen, score, merged);
    }

    private static boolean isTunnel(EchoDataSeen seen, Score score, Merged merged) {
        Severity severity = TunnelRule.severity(seen, score, merged);
        return severity != null && severity != Severity.LOW;
    }

    /** A program that measures with random data sends it in one length and counts up, whether it is answered or not. */
    private static boolean mayMeasure(EchoDataSeen seen, Score score) {
        return seen.requests().lengths() == 1 && !score.has(Sign.NUMBERS) && !score.has(Sign.TEXT);
    }

    private static Finding finding(EchoDataSeen seen, Score score, Merged merged) {
        DataStats requests = seen.requests();
        boolean nobodyAnswers = merged.report().echo().received() == 0;
        return FindingBuilder.of(
                        KIND,
                        Severity.MEDIUM,
                        nobodyAnswers || mayMeasure(seen, score) ? Confidence.LOW : Confidence.MEDIUM)
                .says(
                        "Echo requests carry data from " + seen.ends().requester() + " to "
                                + seen.ends().responder() + " without answers",
                        Say.count(requests.messages(), "echo request") + " from "
                                + seen.ends().requester()
                                + " to " + seen.ends().responder() + " carry " + Say.count(requests.bytes(), "byte")
                                + " of data that no known ping sends; " + Say.percent(seen.answeredPercent())
                                + " were answered with data.")
                .measured("data_bytes", requests.bytes(), merged.value(BYTES))
                .about(seen.ends().requester(), seen.ends().responder())
                .evidence(seen.shown())
                .check(
                        nobodyAnswers
                                ? "This capture has no echo replies at all: if it shows one direction only, they may have been"
                                        + " answered. A test with random data to a host that is down looks the same too."
                                : "A test of the network with random data to a host that is down, or that answers no pings,"
                                        + " looks the same.",
                        "Export the data of the requests in their order (field data.data), and see whether it is a file or"
                                + " text; ask which program of the first host sends it.",
                        seen.filter())
                .build();
    }
}
