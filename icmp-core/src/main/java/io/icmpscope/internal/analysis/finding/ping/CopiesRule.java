package io.icmpscope.internal.analysis.finding.ping;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.echo.EchoEvidence;
import io.icmpscope.internal.analysis.finding.Circling;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Packets that the capture holds twice, because it was made in two places. */
public final class CopiesRule implements Rule {

    private static final Threshold COPIES =
            new Threshold("CAPTURE-COPIES.messages", 3, "messages", "echo messages that are there once more");

    private static final FindingKind KIND = new FindingKind(
            "CAPTURE-COPIES",
            Category.CAPTURE,
            "The capture holds packets twice. Pings count each once; other counts include the copies.",
            List.of(COPIES),
            List.of());

    /** Makes the rule. */
    public CopiesRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        List<Circling> circling = merged.observed(Circling.class);
        List<Ping> copied = Ping.of(merged).stream()
                .filter(ping -> ping.sum(EchoSession::captureCopies) > 0)
                .filter(ping -> circling.stream().noneMatch(circle -> isOf(ping, circle)))
                .toList();
        long copies = copied.stream()
                .mapToLong(ping -> ping.sum(EchoSession::captureCopies))
                .sum();
        if (copies >= merged.value(COPIES)) {
            found.accept(finding(copied, copies, merged));
        }
    }

    /** Whether it is in the capture several times because it came by again and again. */
    private static boolean isOf(Ping ping, Circling circle) {
        return circle.returned().count() > 0
                && circle.flow().source().equals(ping.requester())
                && circle.flow().destination().equals(ping.responder());
    }

    private static Finding finding(List<Ping> copied, long copies, Merged merged) {
        List<Long> frames = FirstFrames.of(
                copied.stream().map(ping -> ping.frames(EchoEvidence::copies)).toList());
        List<IpAddress> hosts = copied.stream()
                .flatMap(ping -> Stream.of(ping.requester(), ping.responder()))
                .toList();
        return FindingBuilder.of(KIND, Severity.INFO, Confidence.HIGH)
                .says(
                        "The capture holds packets twice",
                        Say.count(copies, "echo message") + " of " + Say.count(copied.size(), "ping")
                                + " were captured once more. Pings count each once; other counts, rates and errors include"
                                + " the copies.")
                .measured("copies", copies, merged.value(COPIES))
                .about(hosts)
                .evidence(copies, frames, Ping.firstTime(copied), Ping.lastTime(copied))
                .check(
                        "It is how the capture was made: on all interfaces of a router, or at a mirrored port that sees"
                                + " both directions of two ports.",
                        "Capture on one interface, or remove the copies with editcap -d.",
                        "icmp.type in {0, 8} || icmpv6.type in {128, 129}")
                .build();
    }
}
