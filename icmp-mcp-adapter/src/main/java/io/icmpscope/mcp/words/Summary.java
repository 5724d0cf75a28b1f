package io.icmpscope.mcp.words;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.message.CodePoints;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Outage;
import io.icmpscope.report.RttSummary;
import io.icmpscope.report.Statistics;
import io.icmpscope.report.Statistics.AddressCount;
import io.icmpscope.report.Statistics.Talker;
import io.icmpscope.report.Statistics.TypeCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report in three to eight sentences: its key numbers, then its gravest findings; what these tell, no number tells again.
 * The text report begins with them and the JSON result carries the same, so that a reader in a hurry and a model with a small
 * window read the same thing first.
 *
 * <p>Every text in them is ours, a figure or an address: nothing that the capture's maker could choose freely.
 */
public final class Summary {

    /** Stands instead of a summary where there is nothing to sum up; without the full stop. */
    public static final String NO_ICMP = "No ICMP packets found in this capture";

    private static final int MOST_KINDS = 3;
    private static final int MOST_SENTENCES = 8;
    private static final String OF_FINDINGS = "findings: "; // what the names of such tables begin with

    private final IcmpReport report;
    private final Gravest gravest;
    private final List<Sentence> sentences = new ArrayList<>();

    /** Which sentences are left out first when there are too many. */
    private enum Weight {
        BUSIEST,
        MOST_LOST,
        ROUND_TRIPS,
        UNREACHABLE,
        DETAIL,
        KEY
    }

    private record Sentence(Weight weight, String words) {}

    private Summary(IcmpReport report) {
        this.report = report;
        this.gravest = new Gravest(report.findings());
    }

    /**
     * Sums a report up.
     *
     * @param report a report of at least one message
     * @return the sentences, the capture first
     */
    public static List<String> of(IcmpReport report) {
        Summary summary = new Summary(report);
        summary.capture();
        summary.pings();
        summary.roundTrips();
        summary.worstLoss();
        summary.outage();
        KeyFacts.traceroutes(report.traceroutes()).ifPresent(summary::detail);
        summary.errors();
        KeyFacts.pathMtu(report.pathMtu(), summary.gravest.tell("PMTU-BLACKHOLE"))
                .ifPresent(summary::detail);
        summary.duplicates();
        summary.talkers();
        summary.damage();
        summary.limits();
        summary.findings();
        return summary.weightiest();
    }

    private void add(String words) {
        sentences.add(new Sentence(Weight.KEY, words));
    }

    private void detail(String words) {
        sentences.add(new Sentence(Weight.DETAIL, words));
    }

    private List<String> weightiest() {
        while (sentences.size() > MOST_SENTENCES) {
            sentences.remove(Collections.min(sentences, Comparator.comparing(Sentence::weight)));
        }
        return sentences.stream().map(Sentence::words).toList();
    }

    private void capture() {
        Statistics statistics = report.statistics();
        long v6 = statistics.byType().stream()
                .filter(type -> type.icmpVersion() == 6)
                .mapToLong(TypeCount::count)
                .sum();
        long v4 = report.icmpPackets() - v6;
        String versions =
                v6 == 0 ? "all ICMPv4" : v4 == 0 ? "all ICMPv6" : count(v4) + " ICMPv4, " + count(v6) + " ICMPv6";
        Duration duration = report.capture().duration();
        int captures = report.captures().size();
        add((captures == 0 ? "The capture holds " : "The " + count(captures) + " captures hold ")
                + count(report.totalPackets(), "packet")
                + (duration == null ? "" : " over " + Figures.seconds(duration))
                + (captures == 0 ? "; it contains " : "; they contain ")
                + count(report.icmpPackets(), "ICMP message") + " (" + versions + ") between "
                + (statistics.talkers().estimated() ? "about " : "")
                + count(statistics.talkers().total(), "address", "addresses") + ".");
    }

    private void pings() {
        EchoReport echo = report.echo();
        if (echo.sent() == 0) {
            add(
                    echo.sessions().total() > 0
                            ? "Echo replies were captured, but no echo request."
                            : report.statistics().echoPairs().total() == 0 && hasEcho()
                                    ? "Echo messages were captured, but too little of them to pair them."
                                    : "No ping was captured.");
            return;
        }
        String kept = echo.sessions().estimated()
                ? "Of about " + count(echo.sessions().total())
                : "";
        add((kept.isEmpty() ? count(echo.sessions().total(), "ping session") : kept + " ping sessions those kept")
                + " sent " + count(echo.sent(), "request") + ": "
                + count(echo.received()) + " answered, " + lost(echo.lost(), echo.lossPercent()) + refused(echo)
                + (echo.pending() == 0 ? "" : ", " + count(echo.pending()) + " still open when the capture ended")
                + ".");
    }

    private boolean hasEcho() {
        return report.statistics().byType().stream()
                .anyMatch(type -> type.icmpType() == (type.icmpVersion() == 4 ? 8 : 128));
    }

    private static String lost(long lost, @Nullable Double percent) {
        return count(lost) + " lost" + (percent == null ? "" : " (" + Figures.percent(percent) + " %)");
    }

    /** Of the listed sessions; when some were left out, there may be more. */
    private static String refused(EchoReport echo) {
        long refused = echo.sessions().entries().stream()
                .mapToLong(EchoSession::errors)
                .sum();
        return refused == 0 ? "" : ", " + count(refused) + " of them refused by an ICMP error";
    }

    private void roundTrips() {
        Optional<EchoSession> busiest = report.echo().sessions().entries().stream()
                .filter(session -> session.rtt() != null)
                .findFirst();
        RttSummary rtt = busiest.map(EchoSession::rtt).orElse(null);
        if (rtt != null && rtt.count() == 1) {
            sentences.add(new Sentence(
                    Weight.ROUND_TRIPS,
                    "The round trip " + between(busiest.get()) + " took " + Figures.millis(rtt.avg()) + " ms."));
        } else if (rtt != null) {
            sentences.add(new Sentence(
                    Weight.ROUND_TRIPS,
                    "Round trips " + between(busiest.get()) + " took " + Figures.millis(rtt.avg())
                            + " ms on average (min " + Figures.millis(rtt.min()) + ", max " + Figures.millis(rtt.max())
                            + ", mdev " + Figures.millis(rtt.mdev()) + ")."));
        }
    }

    private void worstLoss() {
        List<EchoSession> sessions = report.echo().sessions().entries();
        Optional<EchoSession> worst = sessions.stream()
                .filter(session -> session.lost() > 1)
                .max(Comparator.comparingLong(EchoSession::lost)); // of equals the first, which sent most
        if (sessions.size() > 1 && worst.isPresent() && !gravest.tell("LOSS")) {
            EchoSession session = worst.get();
            sentences.add(new Sentence(
                    Weight.MOST_LOST,
                    "The ping " + between(session) + " lost the most: " + count(session.lost()) + " of "
                            + count(session.sent()) + " requests (" + Figures.percent(session.lossPercent()) + " %)."));
        }
    }

    /** A ping that was never answered is told by the finding. */
    private void outage() {
        Listing<Outage> outages = report.outages();
        if (outages.total() != 1 || !KeyFacts.neverAnswered(outages.entries().get(0)) || !gravest.tell("LOSS")) {
            KeyFacts.outage(outages).ifPresent(this::add);
        }
    }

    private static String between(EchoSession session) {
        return "from " + session.requester() + " to " + session.responder() + " (id " + session.identifier() + ")";
    }

    private void errors() {
        Map<String, Long> byName = report.statistics().byType().stream()
                .filter(MessageName::isError)
                .collect(Collectors.groupingBy(
                        type -> CodePoints.typeName(type.icmpVersion(), type.icmpType()),
                        TreeMap::new,
                        Collectors.summingLong(TypeCount::count)));
        if (byName.isEmpty()) {
            add("No ICMP error was reported.");
            return;
        }
        String kinds = byName.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_KINDS)
                .map(kind -> count(kind.getValue()) + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        long all = byName.values().stream().mapToLong(Long::longValue).sum();
        add(count(all, "ICMP error") + (all == 1 ? " was" : " were") + " reported: " + kinds
                + (byName.size() > MOST_KINDS ? " and others" : "") + ".");
        unreachable();
    }

    private void unreachable() {
        var hosts = report.statistics().unreachable();
        if (hosts.total() > 1 || (hosts.total() == 1 && !gravest.tell("UNREACHABLE-"))) {
            AddressCount first = hosts.entries().get(0);
            sentences.add(new Sentence(
                    Weight.UNREACHABLE,
                    hosts.total() == 1
                            ? "The address " + first.address() + " could not be reached."
                            : count(hosts.total()) + " addresses could not be reached, most often " + first.address()
                                    + " (" + count(first.count(), "time") + ")."));
        }
    }

    private void duplicates() {
        if (!gravest.tell("DAD-")) {
            KeyFacts.duplicates(report).ifPresent(this::detail);
        }
    }

    private void talkers() {
        List<Talker> talkers = report.statistics().talkers().entries();
        if (!talkers.isEmpty()) {
            Talker first = talkers.get(0);
            sentences.add(new Sentence(
                    Weight.BUSIEST,
                    "The busiest address is " + first.address() + " (" + count(first.sent()) + " sent, "
                            + count(first.received()) + " received)."));
        }
    }

    private void findings() {
        if (report.options().findings()) {
            long others = sentences.stream()
                    .filter(sentence -> sentence.weight().compareTo(Weight.DETAIL) >= 0)
                    .count();
            int room = (int) Math.max(1, Math.min(Gravest.MOST, MOST_SENTENCES - others));
            gravest.sentences(room).forEach(this::add);
        }
    }

    private void damage() {
        CaptureFacts facts = report.capture();
        long warnings = facts.warnings().total();
        if (warnings > 0) {
            add((report.captures().isEmpty() ? "The capture is" : "Some captures are") + " damaged or cut ("
                    + count(warnings, "warning")
                    + "); what could be read was analysed.");
        }
    }

    /** Tables that findings alone are made from leave pings and hosts complete. */
    private void limits() {
        List<LimitHit> limits = report.limitsHit().stream()
                .filter(hit -> !hit.limit().startsWith(OF_FINDINGS))
                .toList();
        String reached = limits.stream()
                .limit(MOST_KINDS)
                .map(hit -> count(hit.value()) + " " + hit.limit())
                .collect(Collectors.joining(", "));
        if (!reached.isEmpty()) {
            add("There was more than is kept (" + reached
                    + (limits.size() > MOST_KINDS ? " and others" : "")
                    + "): totals by type are exact, those of pings and hosts cover what was kept.");
        }
    }
}
