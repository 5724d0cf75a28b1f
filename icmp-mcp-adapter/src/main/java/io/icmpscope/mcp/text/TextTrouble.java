package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.mcp.words.ErrorMeaning;
import io.icmpscope.mcp.words.Figures;
import io.icmpscope.mcp.words.MessageName;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.PathMtu.BlackHole;
import io.icmpscope.report.RedirectGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What routers and hosts complain about: errors, packets too big, better first hops. */
final class TextTrouble {

    private static final int MAX_ERRORS = 15;
    private static final int MAX_MEANINGS = 5;
    private static final int MAX_PATHS = 10;

    /** Senders that do not listen and packets that vanish come first. */
    private static final Comparator<PathMtu> WORST_FIRST = Comparator.comparing(
                    (PathMtu path) -> path.blackHole() == null)
            .thenComparing(PathMtu::ignored, Comparator.reverseOrder())
            .thenComparing(PathMtu::events, Comparator.reverseOrder());

    private TextTrouble() {}

    static void errors(TextPage page, Listing<ErrorGroup> errors) {
        List<ErrorGroup> shown = errors.entries().stream().limit(MAX_ERRORS).toList();
        TextTable table = new TextTable()
                .figures("count")
                .words("reporter")
                .words("error")
                .words("told")
                .words("packets to")
                .words("traffic")
                .words("first")
                .words("over");
        shown.forEach(group -> table.row(
                count(group.count()),
                group.reporter().toString(),
                MessageName.brief(group),
                word(group.original().source()),
                word(group.original().destination()),
                ErrorMeaning.traffic(group.original()),
                time(group.firstTime()),
                span(group.firstTime(), group.lastTime())));
        section(page, "Errors", table, errors.total() - shown.size());
        Map<String, String> meanings =
                new LinkedHashMap<>(); // of the first error of each kind: of a scan one is enough
        shown.forEach(group -> meanings.putIfAbsent(MessageName.of(group), ErrorMeaning.of(group)));
        meanings.values().stream()
                .distinct()
                .limit(MAX_MEANINGS)
                .forEach(meaning -> page.sentence("Means: " + meaning + "."));
    }

    static void pathMtu(TextPage page, Listing<PathMtu> paths) {
        List<PathMtu> shown =
                paths.entries().stream().sorted(WORST_FIRST).limit(MAX_PATHS).toList();
        TextTable table = new TextTable()
                .words("from")
                .words("to")
                .figures("mtu")
                .figures("reports")
                .figures("ignored")
                .words("reported by")
                .words("large pings");
        shown.forEach(path -> table.row(
                path.source().toString(),
                path.destination().toString(),
                path.mtu() == null ? Figures.NONE : count(path.mtu()) + (path.estimated() ? " (guess)" : ""),
                count(path.events()),
                count(path.ignored()),
                path.reporters().isEmpty()
                        ? Figures.NONE
                        : path.reporters().stream()
                                .limit(3)
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")),
                path.blackHole() == null ? "" : vanish(path.blackHole())));
        section(page, "Path MTU", table, paths.total() - shown.size());
    }

    private static String vanish(BlackHole hole) {
        return count(hole.lost()) + " of " + count(hole.lostBytes(), "byte") + " vanished, " + count(hole.answered())
                + " of " + count(hole.answeredBytes(), "byte") + " were answered";
    }

    static void redirects(TextPage page, Listing<RedirectGroup> redirects) {
        List<RedirectGroup> shown =
                redirects.entries().stream().limit(MAX_PATHS).toList();
        TextTable table = new TextTable()
                .figures("count")
                .words("router")
                .words("told")
                .words("for")
                .words("use");
        shown.forEach(group -> table.row(
                count(group.count()),
                group.reporter().toString(),
                group.receiver().toString(),
                (group.forHost() ? "" : "network of ") + word(group.destination()),
                group.gateway().equals(group.destination())
                        ? "the link itself"
                        : group.gateway().toString()));
        section(page, "Redirects", table, redirects.total() - shown.size());
    }

    private static void section(TextPage page, String title, TextTable table, long omitted) {
        if (!table.isEmpty()) {
            page.title(title);
            page.table(table, omitted);
        }
    }

    private static String word(@Nullable Object value) {
        return value == null ? Figures.NONE : value.toString();
    }

    private static String time(@Nullable Instant time) {
        return time == null
                ? Figures.NONE
                : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String span(@Nullable Instant first, @Nullable Instant last) {
        return first == null || last == null ? Figures.NONE : Figures.seconds(Duration.between(first, last));
    }
}
