package io.icmpscope.internal.analysis.finding.ping;

import io.icmpscope.internal.analysis.echo.EchoEvidence;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Hosts whose pings are in the capture in one direction only: loss and round trips cannot be told then. */
public final class OneWayRule implements Rule {

    private static final Threshold MESSAGES = new Threshold(
            "ONE-WAY.messages", 5, "messages", "requests without, or replies without the other direction");

    private static final FindingKind KIND = new FindingKind(
            "ONE-WAY",
            Category.CAPTURE,
            "The capture may show one direction only: of a host there are requests and nothing else, or replies that it never"
                    + " asked for.",
            List.of(MESSAGES),
            List.of());

    /** Makes the rule. */
    public OneWayRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Directions directions = Directions.of(merged.report());
        Map<IpAddress, List<Ping>> byHost = new TreeMap<>();
        for (Ping ping : Ping.of(merged)) {
            if (!ping.isToMany()) {
                byHost.computeIfAbsent(ping.requester(), host -> new ArrayList<>())
                        .add(ping);
            }
        }
        byHost.forEach((host, pings) -> {
            long sent = sum(pings, true);
            long unsolicited = sum(pings, false);
            if (sent == 0 && unsolicited >= merged.value(MESSAGES) && !host.isMulticast()) {
                found.accept(replies(host, pings, unsolicited, merged));
            } else if (sent >= merged.value(MESSAGES) && directions.mayBeOneWay(pings.get(0))) {
                found.accept(requests(host, pings, sent, merged));
            }
        });
    }

    private static long sum(List<Ping> pings, boolean requests) {
        return pings.stream()
                .mapToLong(ping -> ping.sum(requests ? EchoSession::sent : EchoSession::unsolicited))
                .sum();
    }

    private static Finding requests(IpAddress host, List<Ping> pings, long sent, Merged merged) {
        return finding(
                        host,
                        pings,
                        sent,
                        merged,
                        pings.stream().flatMap(ping -> ping.frames(EchoEvidence::lost).stream()))
                .says(
                        "Of the pings from " + host + " only requests were captured",
                        Say.count(sent, "request") + " from " + host + " to "
                                + Say.count(pings.size(), "address", "addresses")
                                + " were captured, and no ICMP message to it.")
                .check(
                        "When all these hosts are down or filter pings, the capture is whole all the same.",
                        "Look for any packet to " + host + " (ip.dst or ipv6.dst): without one, the capture shows one"
                                + " direction, and loss and round trips say nothing.",
                        DisplayFilter.all(
                                DisplayFilter.type(host.version(), host.version() == 4 ? 8 : 128),
                                DisplayFilter.from(host)))
                .build();
    }

    private static Finding replies(IpAddress host, List<Ping> pings, long unsolicited, Merged merged) {
        return finding(
                        host,
                        pings,
                        unsolicited,
                        merged,
                        pings.stream().flatMap(ping -> ping.frames(EchoEvidence::unsolicited).stream()))
                .says(
                        "Replies to " + host + " were captured without any request",
                        Say.count(unsolicited, "reply", "replies") + " from "
                                + Say.count(pings.size(), "address", "addresses") + " to " + host
                                + " were captured, and none of its requests.")
                .check(
                        "A capture that begins in the middle of a ping holds replies before the first request; a mirrored"
                                + " port may deliver one direction.",
                        "Capture where both directions pass. If the requests are not there either, someone sends them in"
                                + " the name of " + host + ".",
                        DisplayFilter.all(
                                DisplayFilter.type(host.version(), host.version() == 4 ? 0 : 129),
                                DisplayFilter.to(host)))
                .build();
    }

    private static FindingBuilder finding(
            IpAddress host, List<Ping> pings, long messages, Merged merged, Stream<Long> frames) {
        List<IpAddress> concerned = new ArrayList<>(List.of(host));
        pings.forEach(ping -> concerned.add(ping.responder()));
        return FindingBuilder.of(KIND, Severity.INFO, Confidence.MEDIUM)
                .measured("messages", messages, merged.value(MESSAGES))
                .about(concerned)
                .evidence(messages, frames.sorted().distinct().toList(), Ping.firstTime(pings), Ping.lastTime(pings));
    }
}
