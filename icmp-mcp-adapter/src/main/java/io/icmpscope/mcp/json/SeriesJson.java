package io.icmpscope.mcp.json;

import io.icmpscope.message.CodePoints;
import io.icmpscope.report.EchoSeries;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Outage;
import io.icmpscope.report.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the pings and the rate of a report were over time, as JSON: for pictures.
 *
 * <p>Times are milliseconds since 1970, rounded to the microsecond as the round trips are: no screen shows more.
 */
final class SeriesJson {

    private static final int MAX_SESSIONS = 24;
    private static final int MAX_POINTS = 48_000; // of all sessions; each has 35 to 50 bytes on a page
    private static final int MICROS = 3; // decimal places of a millisecond

    private SeriesJson() {}

    /** Gives the series of the worst sessions, of fewer where they are long. */
    static List<Map<String, @Nullable Object>> roundTrips(IcmpReport report) {
        List<Map<String, @Nullable Object>> courses = new ArrayList<>();
        List<EchoSession> sessions = report.echo().sessions().entries();
        int points = 0;
        for (int i = 0; i < Math.min(MAX_SESSIONS, sessions.size()); i++) {
            EchoSeries series = sessions.get(i).series();
            if (series == null) {
                continue;
            }
            points += series.answers().size() + series.losses().size();
            if (points > MAX_POINTS) {
                break;
            }
            courses.add(course(i, series, outages(report, sessions.get(i))));
        }
        return courses;
    }

    /** Gives the series of every type. */
    static List<Map<String, @Nullable Object>> types(IcmpReport report) {
        Rate rate = report.statistics().rate();
        return rate == null
                ? List.of()
                : rate.types().stream().map(SeriesJson::type).toList();
    }

    /** Which outages of the result are of a session. */
    private static List<Integer> outages(IcmpReport report, EchoSession session) {
        List<Outage> all = report.outages().entries();
        return IntStream.range(0, Math.min(PageJson.LISTED, all.size()))
                .filter(index -> isOf(session, all.get(index)))
                .boxed()
                .toList();
    }

    private static boolean isOf(EchoSession session, Outage outage) {
        return outage.requester().equals(session.requester())
                && outage.responder().equals(session.responder())
                && outage.identifier() == session.identifier();
    }

    private static Map<String, @Nullable Object> course(int session, EchoSeries series, List<Integer> outages) {
        List<EchoSeries.Answer> answers = series.answers();
        return new JsonObject()
                .with("session", session)
                .with("sent_ms", answers.stream().map(one -> time(one.sent())).toList())
                .with("rtt_ms", answers.stream().map(one -> millis(one.rtt())).toList())
                .with("frames", answers.stream().map(EchoSeries.Answer::frame).toList())
                .with("losses", losses(series.losses()))
                .with("outages", outages)
                .members();
    }

    /** List by list, as answers are: names that come again with each loss would be half of the page. */
    private static Map<String, @Nullable Object> losses(List<EchoSeries.Loss> losses) {
        return new JsonObject()
                .with("first_ms", losses.stream().map(one -> time(one.first())).toList())
                .with("last_ms", losses.stream().map(one -> time(one.last())).toList())
                .with("counts", losses.stream().map(EchoSeries.Loss::count).toList())
                .with("frames", losses.stream().map(EchoSeries.Loss::frame).toList())
                .members();
    }

    private static Map<String, @Nullable Object> type(Rate.OfType type) {
        return new JsonObject()
                .with("name", CodePoints.typeName(type.ipVersion(), type.type()))
                .with("ip_version", type.ipVersion())
                .with(
                        "times_ms",
                        type.buckets().stream().map(one -> time(one.time())).toList())
                .with("counts", type.buckets().stream().map(Rate.Bucket::count).toList())
                .members();
    }

    private static BigDecimal time(Instant time) {
        return millis(Duration.between(Instant.EPOCH, time));
    }

    private static BigDecimal millis(Duration duration) {
        return JsonValues.plain(
                Objects.requireNonNull(JsonValues.millis(duration)).setScale(MICROS, RoundingMode.HALF_EVEN));
    }
}
