package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.analysis.echo.ReplyTtls;
import io.icmpscope.internal.analysis.echo.ReplyTtls.Seen;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Replies of one address that came different ways, or from different systems. */
public final class TtlAnomalyRule implements Rule {

    private static final int[] INITIAL = {32, 64, 128, 255};

    private static final Threshold SPREAD = new Threshold(
            "TTL-ANOMALY.spread", 5, "hops", "difference of the times to live of one ping's replies, above");
    private static final Threshold WINDOW = new Threshold(
            "TTL-ANOMALY.window", 60, "seconds", "time in which the second time to live follows the first");

    private static final Threshold DIFFERENT = new Threshold(
            "TTL-ANOMALY.different",
            4,
            "times to live",
            "different times to live, for low: two are two systems or two paths");

    private static final FindingKind KIND = new FindingKind(
            "TTL-ANOMALY",
            Category.SECURITY,
            "Replies of one address to one ping had times to live that one system at one place does not send.",
            List.of(SPREAD, WINDOW, DIFFERENT),
            List.of("RFC 1122 section 3.2.1.7", "RFC 1812 section 5.3.1"));

    /** Makes the rule. */
    public TtlAnomalyRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        long window = (long) (merged.value(WINDOW) * 1e9);
        for (ReplyTtls ping : merged.observed(ReplyTtls.class)) {
            List<Seen> seen = ping.seen();
            int widest = IntStream.range(1, seen.size())
                    .filter(i -> follows(seen.get(i - 1), seen.get(i), window))
                    .map(i -> Math.abs(seen.get(i).ttl() - seen.get(i - 1).ttl()))
                    .max()
                    .orElse(0);
            if (widest > merged.value(SPREAD)) {
                found.accept(finding(ping, widest, merged));
            }
        }
    }

    private static boolean follows(Seen earlier, Seen later, long window) {
        long apart = TimeSpan.since(earlier.nanos(), later.nanos());
        return apart >= 0 && apart <= window;
    }

    private static Finding finding(ReplyTtls ping, int widest, Merged merged) {
        List<Integer> ttls = ping.seen().stream().map(Seen::ttl).sorted().toList();
        List<Integer> initial =
                ttls.stream().map(TtlAnomalyRule::initial).distinct().toList();
        boolean many = ping.seen().size() >= merged.value(DIFFERENT);
        int version = ping.requester().version();
        TimeSpan span = new TimeSpan();
        ping.seen().forEach(one -> span.note(one.nanos()));
        FirstFrames frames = new FirstFrames();
        ping.seen().forEach(one -> frames.add(one.frame()));
        return FindingBuilder.of(KIND, many ? Severity.LOW : Severity.INFO, Confidence.LOW)
                .says(
                        "Replies of " + ping.responder() + " to one ping had very different times to live",
                        "Replies of " + ping.responder() + " to the ping of " + ping.requester()
                                + " had the times to live "
                                + listed(ttls)
                                + (initial.size() > 1
                                        ? ", which began as " + listed(initial) + ": from different systems."
                                        : ", from one kind of system but over paths that differ by "
                                                + Say.count(widest, "hop") + "."))
                .measured(
                        many ? "different_ttls" : "ttl_difference",
                        many ? ping.seen().size() : widest,
                        merged.value(many ? DIFFERENT : SPREAD))
                .about(ping.responder(), ping.requester())
                .evidence(ping.seen().size(), frames.list(), span.first(), span.last())
                .check(
                        "A load balancer or anycast address has several systems behind it, a firewall may answer for a host,"
                                + " and a route may change.",
                        "Compare the link-layer addresses and IP identifications of replies with each time to live: replies"
                                + " of another kind between those of the host may be forged.",
                        DisplayFilter.all(
                                DisplayFilter.type(version, Queries.replyType(ping.kind(), version)),
                                DisplayFilter.from(ping.responder()),
                                DisplayFilter.to(ping.requester())))
                .build();
    }

    private static String listed(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static int initial(int ttl) {
        return IntStream.of(INITIAL).filter(one -> one >= ttl).findFirst().orElse(INITIAL[INITIAL.length - 1]);
    }
}
