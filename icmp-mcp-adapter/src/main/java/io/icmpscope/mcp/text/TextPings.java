package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.mcp.words.Figures;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSeries;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Listing;
import io.icmpscope.report.QueryKind;
import io.icmpscope.report.RttSummary;
import io.icmpscope.report.RttSummary.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The pings as a table, with the figures that ping itself prints at its end. */
final class TextPings {

    private static final int MAX_SESSIONS = 20;

    private TextPings() {}

    static void write(TextPage page, EchoReport echo) {
        sessions(page, "Ping sessions", echo.sessions());
        sessions(page, "Other questions", echo.queries());
    }

    private static void sessions(TextPage page, String title, Listing<EchoSession> sessions) {
        if (sessions.total() == 0) {
            return;
        }
        List<EchoSession> shown =
                sessions.entries().stream().limit(MAX_SESSIONS).toList();
        TextTable table = new TextTable()
                .words("from")
                .words("to")
                .figures("id")
                .figures("sent")
                .figures("received")
                .figures("lost")
                .figures("loss %")
                .figures("rtt ms min")
                .figures("avg")
                .figures("max")
                .figures("mdev")
                .figures("p95")
                .figures("jitter")
                .words("also");
        for (EchoSession session : shown) {
            row(table, session);
            sparkline(session, page.screen()).ifPresent(table::below);
        }
        page.title(title);
        page.table(table, sessions.total() - shown.size());
    }

    private static void row(TextTable table, EchoSession session) {
        table.row(
                session.requester().toString(),
                session.responder().toString(),
                Integer.toString(session.identifier()),
                count(session.sent()),
                count(session.received()),
                count(session.lost()),
                Figures.percent(session.lossPercent()),
                millis(session.rtt(), RttSummary::min),
                millis(session.rtt(), RttSummary::avg),
                millis(session.rtt(), RttSummary::max),
                millis(session.rtt(), RttSummary::mdev),
                spread(session.rtt(), Distribution::p95),
                spread(session.rtt(), Distribution::jitter),
                kind(session) + alsoSeen(session));
    }

    private static Optional<String> sparkline(EchoSession session, Screen screen) {
        EchoSeries series = session.series();
        return series == null ? Optional.empty() : Sparkline.of(series, session.rtt(), screen);
    }

    private static String kind(EchoSession session) {
        if (session.kind() == QueryKind.ECHO) {
            return "";
        }
        String word = session.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return alsoSeen(session).isEmpty() ? word : word + "; ";
    }

    private static String spread(@Nullable RttSummary rtt, Function<Distribution, Duration> figure) {
        Distribution known = rtt == null ? null : rtt.distribution();
        return known == null ? Figures.NONE : Figures.millis(figure.apply(known));
    }

    private static String millis(@Nullable RttSummary rtt, Function<RttSummary, Duration> figure) {
        return rtt == null ? Figures.NONE : Figures.millis(figure.apply(rtt));
    }

    /** What is out of the ordinary; most pings have nothing of it. */
    private static String alsoSeen(EchoSession session) {
        StringBuilder words = new StringBuilder();
        note(words, session, EchoSession::errors, "refused by an ICMP error");
        note(words, session, EchoSession::pending, "pending");
        note(words, session, EchoSession::duplicates, "duplicate");
        note(words, session, EchoSession::retransmissions, "retransmitted");
        note(words, session, EchoSession::late, "late");
        note(words, session, EchoSession::outOfOrder, "out of order");
        note(words, session, EchoSession::unsolicited, "unsolicited");
        note(words, session, EchoSession::captureCopies, "captured twice");
        note(words, session, EchoSession::payloadMismatches, "with other data");
        note(words, session, one -> one.otherResponders().size(), "other responders");
        return words.toString();
    }

    private static void note(
            StringBuilder words, EchoSession session, ToLongFunction<EchoSession> figure, String word) {
        long many = figure.applyAsLong(session);
        if (many > 0) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(count(many))
                    .append(' ')
                    .append(word);
        }
    }
}
