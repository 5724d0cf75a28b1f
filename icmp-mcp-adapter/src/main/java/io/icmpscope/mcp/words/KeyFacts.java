package io.icmpscope.mcp.words;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Outage;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.PathMtu.BlackHole;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.TracerouteHop;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the analyses found that nobody should miss, in a sentence each; none where there is nothing of the kind. */
final class KeyFacts {

    private static final int MANY = 10; // probes; traceroute sends three to each hop

    private KeyFacts() {}

    /** The longest time in which requests of one ping were lost: what came before and after is left to the table. */
    static Optional<String> outage(Listing<Outage> outages) {
        return outages.entries().stream()
                .max(Comparator.comparing(KeyFacts::length))
                .map(longest -> (outages.total() == 1
                                ? "There was 1 outage: "
                                : "There were " + count(outages.total()) + " outages, the longest: ")
                        + "the ping from " + longest.requester() + " to " + longest.responder() + " (id "
                        + longest.identifier() + ") lost " + count(longest.lost(), "request") + " in a row, sent from "
                        + time(longest, longest.firstTime()) + " to " + time(longest, longest.lastTime()) + " ("
                        + Figures.seconds(length(longest)) + ")" + open(longest) + ".");
    }

    static boolean neverAnswered(Outage outage) {
        return outage.lastAnswerBefore() == null && outage.firstAnswerAfter() == null;
    }

    private static String open(Outage outage) {
        boolean before = outage.lastAnswerBefore() != null;
        boolean after = outage.firstAnswerAfter() != null;
        return before && after ? "" : before ? "; no answer came after that" : after ? "" : "; it was never answered";
    }

    private static Duration length(Outage outage) {
        return Duration.between(outage.firstTime(), outage.lastTime());
    }

    private static Instant time(Outage outage, Instant time) {
        boolean brief = length(outage).compareTo(Duration.ofSeconds(2)) < 0;
        return time.truncatedTo(brief ? ChronoUnit.MILLIS : ChronoUnit.SECONDS);
    }

    /** How many traceroutes there are, and where the first that does not reach its destination ends. */
    static Optional<String> traceroutes(Listing<Traceroute> traceroutes) {
        List<Traceroute> known = traceroutes.entries();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        long reached = known.stream().filter(Traceroute::reached).count();
        Optional<Traceroute> failed =
                known.stream().filter(path -> !path.reached()).findFirst();
        String ending = failed.map(path -> "the path to " + path.destination() + " " + ending(path))
                .orElse("");
        if (traceroutes.total() == 1) {
            Traceroute only = known.get(0);
            String whence = "A traceroute from " + only.source() + " to " + only.destination() + " ";
            return Optional.of(
                    whence + failed.map(KeyFacts::ending).orElse("reached it in " + hops(only) + lost(only)) + ".");
        }
        return Optional.of("Of " + count(known.size()) + " traceroutes " + count(reached) + " reached the destination"
                + (ending.isEmpty() ? "" : "; " + ending) + ".");
    }

    private static Optional<TracerouteHop> last(Traceroute path) {
        return path.hops().stream().reduce((one, next) -> next);
    }

    private static String hops(Traceroute path) {
        return count(last(path).map(TracerouteHop::ttl).orElse(0), "hop");
    }

    /** What the destination itself did not answer, when it was asked often, as mtr does. */
    private static String lost(Traceroute path) {
        return last(path)
                .filter(hop -> hop.sent() >= MANY && hop.answered() < hop.sent())
                .map(hop -> lost(hop.sent(), hop.sent() - hop.answered()))
                .orElse("");
    }

    private static String lost(long probes, long lost) {
        return "; of " + count(probes, "probe") + " to it " + count(lost) + " " + (lost == 1 ? "was" : "were")
                + " lost";
    }

    private static String ending(Traceroute path) {
        Optional<TracerouteHop> last =
                path.hops().stream().filter(hop -> hop.answered() > 0).reduce((one, next) -> next);
        String where = last.map(hop -> hop.responders().isEmpty()
                        ? "at hop " + hop.ttl()
                        : "at " + hop.responders().get(0).address() + ", hop " + hop.ttl())
                .orElse("before the first router");
        return switch (path.endReason()) {
            case LOOP -> "goes round in a circle";
            case UNREACHABLE -> "was refused " + where;
            default -> "ended " + where;
        };
    }

    /** The narrowest path and, unless a finding tells it, who does not heed it, and where large packets vanish. */
    static Optional<String> pathMtu(Listing<PathMtu> paths, boolean lossesAreTold) {
        List<String> parts = new ArrayList<>();
        paths.entries().stream()
                .filter(path -> path.mtu() != null)
                .min(Comparator.comparing(KeyFacts::mtu))
                .ifPresent(path -> parts.add("the smallest reported path MTU is " + count(mtu(path)) + " bytes, from "
                        + path.source() + " to " + path.destination()));
        if (!lossesAreTold) {
            losses(paths, parts);
        }
        String words = String.join("; ", parts);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
    }

    private static void losses(Listing<PathMtu> paths, List<String> parts) {
        long ignored = paths.entries().stream().mapToLong(PathMtu::ignored).sum();
        if (ignored > 0) {
            parts.add("larger packets were sent all the same (" + count(ignored, "report") + " ignored)");
        }
        paths.entries().stream()
                .filter(path -> path.blackHole() != null)
                .findFirst()
                .ifPresent(path -> parts.add("large packets from " + path.source() + " to " + path.destination()
                        + " seem to vanish without an error" + sizes(path.blackHole())));
    }

    private static long mtu(PathMtu path) {
        Long mtu = path.mtu();
        return mtu == null ? Long.MAX_VALUE : mtu;
    }

    private static String sizes(@Nullable BlackHole hole) {
        return hole == null
                ? ""
                : " (all " + count(hole.lost()) + " of " + count(hole.lostBytes(), "byte") + " were lost, "
                        + count(hole.answered()) + " of " + count(hole.answeredBytes(), "byte") + " answered)";
    }

    /** Addresses that were wanted by two. */
    static Optional<String> duplicates(IcmpReport report) {
        List<Neighbor> wanted = report.neighbors().entries().stream()
                .filter(neighbor -> neighbor.conflicts() > 0)
                .toList();
        return wanted.stream()
                .findFirst()
                .map(first -> "Duplicate address detection found "
                        + (wanted.size() == 1 ? "" : count(wanted.size()) + " addresses taken already, among them ")
                        + first.address() + (wanted.size() == 1 ? " taken already." : "."));
    }
}
