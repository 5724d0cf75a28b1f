package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.echo.KeptPings;
import io.icmpscope.internal.analysis.echo.SessionCounts;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
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
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Echo replies from many hosts to one that did not ask them. */
public final class ReflectionRule implements Rule {

    private static final Threshold REPLIES =
            new Threshold("REFLECTION.replies", 100, "replies", "echo replies to one address without a request");
    private static final Threshold SOURCES = new Threshold("REFLECTION.sources", 10, "hosts", "hosts that sent them");
    private static final Threshold ASKED =
            new Threshold("REFLECTION.asked", 10, "percent", "replies to the address with a request, less than this");

    private static final FindingKind KIND = new FindingKind(
            "REFLECTION",
            Category.SECURITY,
            "Many hosts sent echo replies to an address whose requests were not captured.",
            List.of(REPLIES, SOURCES, ASKED),
            List.of("MITRE ATT&CK T1498.002", "RFC 2827"));

    private static final class Replies {

        private final Distinct sources = new Distinct();
        private final FirstFrames frames = new FirstFrames();
        private long unsolicited;
        private long received;
        private @Nullable Instant firstTime;

        private Replies add(SessionCounts ping) {
            sources.add(Spread.of(0, ping.responder()));
            unsolicited += ping.unsolicited();
            Instant time = ping.firstTime();
            if (firstTime == null || (time != null && time.isBefore(firstTime))) {
                firstTime = time;
            }
            if (ping.sent() == 0) {
                frames.add(ping.firstFrame());
            }
            return this;
        }

        private double askedPercent() {
            return 100.0 * received / (received + unsolicited);
        }
    }

    /** Makes the rule. */
    public ReflectionRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        TreeMap<IpAddress, Replies> victims = new TreeMap<>();
        List<KeptPings> pings = merged.observed(KeptPings.class);
        pings.forEach(all -> {
            long[] counts = counts(all); // a million addresses with few replies each need no more than this
            all.forEachUnsolicited(ping -> {
                if (counts[place(ping, counts)] >= merged.value(REPLIES)) {
                    victims.computeIfAbsent(ping.requester(), fresh -> new Replies())
                            .add(ping);
                }
            });
        });
        victims.values()
                .removeIf(replies ->
                        replies.unsolicited < merged.value(REPLIES) || replies.sources.count() < merged.value(SOURCES));
        if (victims.isEmpty()) {
            return;
        }
        pings.forEach(all -> all.forEach(ping -> {
            Replies replies = victims.get(ping.requester());
            if (replies != null) {
                replies.received += ping.received();
            }
        }));
        victims.forEach((victim, replies) -> {
            if (replies.askedPercent() < merged.value(ASKED)) {
                found.accept(finding(victim, replies, merged));
            }
        });
    }

    /** How many replies without a request those addresses got that share a place. */
    private static long[] counts(KeptPings pings) {
        long[] counts = new long[Integer.highestOneBit(Math.max(1, pings.most()))];
        pings.forEachUnsolicited(ping -> counts[place(ping, counts)] += ping.unsolicited());
        return counts;
    }

    private static int place(SessionCounts ping, long[] counts) {
        return ping.requester().hashCode() & counts.length - 1;
    }

    private static Finding finding(IpAddress victim, Replies replies, Merged merged) {
        int version = victim.version();
        boolean heard = Senders.isHeard(victim, merged);
        boolean bothWays = heard || merged.report().echo().received() > 0;
        Severity severity = heard ? Severity.HIGH : bothWays ? Severity.MEDIUM : Severity.INFO;
        return FindingBuilder.of(KIND, severity, heard ? Confidence.MEDIUM : Confidence.LOW)
                .says(
                        victim + " received echo replies that it did not ask for from many hosts",
                        Say.count(replies.unsolicited) + " echo replies from "
                                + Say.count(replies.sources.count(), "host")
                                + " to " + victim + " have no captured request; "
                                + Say.percent(replies.askedPercent()) + " of all replies to it have one."
                                + (bothWays
                                        ? ""
                                        : " The capture holds no request and reply together: it may show one way only."))
                .measured("replies_without_request", replies.unsolicited, merged.value(REPLIES))
                .about(Senders.withSenders(victim, merged))
                .evidence(
                        replies.unsolicited,
                        replies.frames.list(),
                        replies.firstTime,
                        merged.report().capture().lastTime())
                .check(
                        "A capture that misses what " + victim
                                + " sends, by another route or at another interface, shows a"
                                + " sweep of its own like this.",
                        "Capture at " + victim
                                + " itself: if it sends no requests, others send them under its address.",
                        DisplayFilter.all(
                                DisplayFilter.type(version, version == 4 ? 0 : 129), DisplayFilter.to(victim)))
                .build();
    }
}
