package io.icmpscope.mcp.json;

import io.icmpscope.message.CodePoints;
import io.icmpscope.report.EchoSeries;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the pings and the rate of a report were over time, as JSON: beside the result, for pictures, and no part of it.
 *
 * <p>Times are milliseconds since 1970, rounded to the microsecond as the round trips are: no screen shows more.
 */
public final class SeriesJson {

    private static final int MAX_SESSIONS = 12;
    private static final int MICROS = 3; // decimal places of a millisecond

    private SeriesJson() {}

    /**
     * Gives the series of the worst sessions, and of every type.
     *
     * @param report a report that was asked for series; another one gives none
     * @return {@code rtt}, whose {@code session} counts in {@code echo.sessions} of the result, and {@code types}
     */
    public static Map<String, @Nullable Object> of(IcmpReport report) {
        List<Map<String, @Nullable Object>> courses = new ArrayList<>();
        List<EchoSession> sessions = report.echo().sessions().entries();
        for (int i = 0; i < Math.min(MAX_SESSIONS, sessions.size()); i++) {
            EchoSeries series = sessions.get(i).series();
            if (series != null) {
                courses.add(course(i, series));
            }
        }
        Rate rate = report.statistics().rate();
        return new JsonObject()
                .with("rtt", courses)
                .with(
                        "types",
                        rate == null
                                ? List.of()
                                : rate.types().stream().map(SeriesJson::type).toList())
                .members();
    }

    private static Map<String, @Nullable Object> course(int session, EchoSeries series) {
        List<EchoSeries.Answer> answers = series.answers();
        return new JsonObject()
                .with("session", session)
                .with("sent_ms", answers.stream().map(one -> time(one.sent())).toList())
                .with("rtt_ms", answers.stream().map(one -> millis(one.rtt())).toList())
                .with("frames", answers.stream().map(EchoSeries.Answer::frame).toList())
                .with("losses", series.losses().stream().map(SeriesJson::loss).toList())
                .members();
    }

    private static Map<String, @Nullable Object> loss(EchoSeries.Loss loss) {
        return new JsonObject()
                .with("first_ms", time(loss.first()))
                .with("last_ms", time(loss.last()))
                .with("count", loss.count())
                .with("frame", loss.frame())
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
