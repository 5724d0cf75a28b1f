package io.icmpscope.internal.analysis.finding.ping;

import io.icmpscope.internal.analysis.echo.EchoEvidence;
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
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Pings whose answers come too late, more than once, or not in the order of the requests. */
public final class AnswerRule implements Rule {

    /** What the three kinds differ in. */
    private record Words(String title, String sentence, String harmless, String toDo) {}

    private final FindingKind kind;
    private final Threshold least;
    private final Threshold low;
    private final ToLongFunction<EchoSession> count;
    private final Function<EchoEvidence, List<Long>> frames;
    private final Words words;

    private AnswerRule(
            FindingKind kind,
            ToLongFunction<EchoSession> count,
            Function<EchoEvidence, List<Long>> frames,
            Words words) {
        this.kind = kind;
        this.least = kind.thresholds().get(0);
        this.low = kind.thresholds().get(1);
        this.count = count;
        this.frames = frames;
        this.words = words;
    }

    private static FindingKind kind(String id, String meaning, int least, String reference) {
        return new FindingKind(
                id,
                Category.NETWORK,
                meaning,
                List.of(
                        new Threshold(id + ".answers", least, "answers", "such answers of a ping, for info"),
                        new Threshold(id + ".low", 5, "percent", "their share of the answered requests, for low")),
                List.of(reference));
    }

    /**
     * Makes the rule for answers after the reply timeout.
     *
     * @return the rule
     */
    public static AnswerRule late() {
        return new AnswerRule(
                kind("LATE", "Answers to a ping came after the reply timeout.", 1, "RFC 6673"),
                EchoSession::late,
                EchoEvidence::late,
                new Words(
                        "Late answers to the ping ",
                        " after the reply timeout: ping itself, or the application, may have counted them as lost",
                        "A link that buffers long (mobile, satellite, a queue that fills) delivers late and loses nothing.",
                        "Compare with the load of the link at these times; long queues show as round trips that grow."));
    }

    /**
     * Makes the rule for answers after the first.
     *
     * @return the rule
     */
    public static AnswerRule duplicates() {
        return new AnswerRule(
                kind("DUPLICATES", "Requests of a ping were answered more than once by the same host.", 3, "RFC 5560"),
                EchoSession::duplicates,
                EchoEvidence::duplicates,
                new Words(
                        "Several answers to one request of the ping ",
                        " after the first to the same request",
                        "A mirrored port that delivers some packets twice shows the same, when it doubles replies only.",
                        "Compare the time to live and the IP identification of the answers to one request. Equal ones were"
                                + " copied on the way: by a loop, a bridge or Wi-Fi. Different ones were sent twice: by two"
                                + " hosts with one address, or because the request was copied."));
    }

    /**
     * Makes the rule for answers that overtook others.
     *
     * @return the rule
     */
    public static AnswerRule reordered() {
        return new AnswerRule(
                kind("REORDERED", "Answers to a ping overtook each other.", 2, "RFC 4737"),
                EchoSession::outOfOrder,
                EchoEvidence::outOfOrder,
                new Words(
                        "Answers overtook each other in the ping ",
                        " after that to a later request",
                        "Requests sent faster than one round trip may travel by several equal ways: that is no fault.",
                        "Compare the times to live of the replies: different ones are different ways."));
    }

    @Override
    public FindingKind kind() {
        return kind;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (Ping ping : Ping.of(merged)) {
            long answers = ping.sum(count);
            if (answers >= merged.value(least) && !ping.isToMany() && !ping.reusesNumbers()) {
                found.accept(finding(ping, answers, merged));
            }
        }
    }

    private Finding finding(Ping ping, long answers, Merged merged) {
        long received = ping.sum(EchoSession::received);
        double percent = 100.0 * answers / received;
        boolean many = percent >= merged.value(low);
        return ping.finding(kind, many ? Severity.LOW : Severity.INFO, Confidence.HIGH, answers, frames)
                .says(
                        words.title + ping.between(),
                        Say.count(answers, "answer") + " to the ping " + ping.between() + " came" + words.sentence
                                + "; " + Say.count(received)
                                + (received == 1 ? " of its requests was" : " of its requests were") + " answered.")
                .measured(
                        many ? "percent_of_answered" : "answers",
                        many ? percent : answers,
                        merged.value(many ? low : least))
                .check(words.harmless, words.toDo, ping.replies())
                .build();
    }
}
