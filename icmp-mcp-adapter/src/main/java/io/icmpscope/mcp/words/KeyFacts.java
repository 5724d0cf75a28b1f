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

    private KeyFacts() {}

    /** The longest time without an answer; without any answer before or after, that of the requests that were lost. */
    static Optional<String> outage(Listing<Outage> outages) {
        return outages.entries().stream()
                .max(Comparator.comparing(outage -> Duration.between(begin(outage), end(outage))))
                .map(longest -> (outages.total() == 1
                                ? "There was 1 outage: "
                                : "There were " + count(outages.total()) + " outages, the longest: ")
                        + longest.responder() + " did not answer " + longest.requester() + " from "
                        + time(longest, begin(longest)) + " to " + time(longest, end(longest)) + " ("
                        + Figures.seconds(Duration.between(begin(longest), end(longest))) + ", "
                        + count(longest.lost(), "request") + " lost).");
    }

    private static Instant begin(Outage outage) {
        Instant before = outage.lastAnswerBefore();
        return before == null || before.isAfter(outage.firstTime()) ? outage.firstTime() : before;
    }

    private static Instant end(Outage outage) {
        Instant after = outage.firstAnswerAfter();
        return after == null || after.isBefore(outage.lastTime()) ? outage.lastTime() : after;
    }

    private static Instant time(Outage outage, Instant time) {
        boolean brief = end(outage).isBefore(begin(outage).plusSeconds(2));
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
            return Optional.of(whence
                    + failed.map(KeyFacts::ending)
                            .orElse("reached it in " + count(only.hops().size(), "hop"))
                    + ".");
        }
        return Optional.of("Of " + count(known.size()) + " traceroutes " + count(reached) + " reached the destination"
                + (ending.isEmpty() ? "" : "; " + ending) + ".");
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

    /** The narrowest path, who does not heed it, and where large packets vanish. */
    static Optional<String> pathMtu(Listing<PathMtu> paths) {
        List<String> parts = new ArrayList<>();
        paths.entries().stream()
                .filter(path -> path.mtu() != null)
                .min(Comparator.comparing(KeyFacts::mtu))
                .ifPresent(path -> parts.add("the smallest reported path MTU is " + count(mtu(path)) + " bytes, from "
                        + path.source() + " to " + path.destination()));
        long ignored = paths.entries().stream().mapToLong(PathMtu::ignored).sum();
        if (ignored > 0) {
            parts.add("larger packets were sent all the same (" + count(ignored, "report") + " ignored)");
        }
        paths.entries().stream()
                .filter(path -> path.blackHole() != null)
                .findFirst()
                .ifPresent(path -> parts.add("large packets from " + path.source() + " to " + path.destination()
                        + " seem to vanish without an error" + sizes(path.blackHole())));
        String words = String.join("; ", parts);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
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
