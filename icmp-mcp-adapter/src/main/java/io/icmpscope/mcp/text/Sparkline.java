package io.icmpscope.mcp.text;

import io.icmpscope.mcp.words.Figures;
import io.icmpscope.report.EchoSeries;
import io.icmpscope.report.RttSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one ping went over time, in a line: a mark for each stretch of time, as high as the longest round trip of the requests
 * sent in it; set off where some were lost, and blank where there were none. In the middle of the first stretch the first
 * request was sent, in that of the last one the last, so that each request of a steady ping has a stretch of its own if there
 * is room.
 */
final class Sparkline {

    private static final String HEIGHTS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"; // eighths of a block
    private static final int FEWEST = 3; // marks; less is no picture
    private static final double NANOS = 1e9; // of a second
    private static final Duration NONE = Duration.ofNanos(-1);

    private final Instant first;
    private final double seconds;
    private final Duration[] longest;
    private final boolean[] lost;

    private Sparkline(Instant first, Instant last, int marks) {
        this.first = first;
        seconds = seconds(Duration.between(first, last));
        longest = new Duration[marks];
        Arrays.fill(longest, NONE);
        lost = new boolean[marks];
    }

    /**
     * Draws.
     *
     * @param series the ping over time
     * @param rtt its round trips, of which the shortest and the longest are the ends of the scale; null without any, when there
     *     is no scale
     * @param screen where
     * @return the marks and the scale, or nothing when there are too few for a picture
     */
    static Optional<String> of(EchoSeries series, @Nullable RttSummary rtt, Screen screen) {
        long requests = series.answers().size()
                + series.losses().stream().mapToLong(EchoSeries.Loss::count).sum();
        int marks = (int) Math.min(screen.marks(), requests);
        if (marks < FEWEST) {
            return Optional.empty();
        }
        Instant first = times(series).min(Instant::compareTo).orElseThrow();
        Instant last = times(series).max(Instant::compareTo).orElseThrow();
        if (first.equals(last)) {
            return Optional.empty();
        }
        Sparkline line = new Sparkline(first, last, marks);
        series.answers().forEach(line::add);
        series.losses().forEach(line::add);
        return Optional.of(line.draw(rtt, screen.palette()));
    }

    private static Stream<Instant> times(EchoSeries series) {
        return Stream.concat(
                series.answers().stream().map(EchoSeries.Answer::sent),
                series.losses().stream().flatMap(loss -> Stream.of(loss.first(), loss.last())));
    }

    private void add(EchoSeries.Answer answer) {
        int at = at(answer.sent());
        longest[at] = answer.rtt().compareTo(longest[at]) > 0 ? answer.rtt() : longest[at];
    }

    /** Only the first and the last of them have a time of their own; the others are taken to be as far apart as can be. */
    private void add(EchoSeries.Loss loss) {
        double begin = place(loss.first());
        double end = place(loss.last());
        long steps = Math.max(1, Math.min(lost.length, loss.count() - 1));
        for (long step = 0; step <= steps; step++) {
            lost[(int) Math.round(begin + (end - begin) * step / steps)] = true;
        }
    }

    private int at(Instant time) {
        return (int) Math.round(place(time));
    }

    private double place(Instant time) {
        return seconds(Duration.between(first, time)) / seconds * (lost.length - 1);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }

    private String draw(@Nullable RttSummary rtt, Palette palette) {
        StringBuilder line = new StringBuilder();
        boolean anyLost = false;
        for (int i = 0; i < lost.length; i++) {
            String bar = rtt == null || longest[i].equals(NONE) ? " " : bar(longest[i], rtt);
            line.append(lost[i] ? (bar.isBlank() ? palette.lost() : palette.partlyLost(bar)) : bar);
            anyLost |= lost[i];
        }
        String scale = rtt == null ? "" : Figures.millis(rtt.min()) + " to " + Figures.millis(rtt.max()) + " ms";
        String losses = anyLost ? palette.lossKey() : "";
        return line.append("  ")
                .append(scale)
                .append(scale.isEmpty() || losses.isEmpty() ? "" : ", ")
                .append(losses)
                .toString();
    }

    private static String bar(Duration trip, RttSummary rtt) {
        double range = seconds(rtt.max().minus(rtt.min()));
        double height = range > 0 ? seconds(trip.minus(rtt.min())) / range * HEIGHTS.length() : 0;
        int step = Math.max(0, Math.min(HEIGHTS.length() - 1, (int) height));
        return HEIGHTS.substring(step, step + 1);
    }
}
