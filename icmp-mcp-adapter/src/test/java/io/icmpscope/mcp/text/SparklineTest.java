package io.icmpscope.mcp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.report.EchoSeries;
import io.icmpscope.report.RttSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines worked out by hand: eighths of the scale are U+2581 to U+2588. */
class SparklineTest {
    private static final Instant START = Instant.parse("2023-11-14T22:13:20Z");
    private static final Screen WIDE = new Screen(Palette.PLAIN, 40);

    private final List<EchoSeries.Answer> answers = new ArrayList<>();
    private final List<EchoSeries.Loss> losses = new ArrayList<>();

    @Test
    void eachRequestOfAShortPingHasAMarkAsHighAsItsRoundTrip() {
        answers(0, 10, 1, 20, 2, 30, 3, 40, 4, 50); // 0, 2, 4, 6 and 8 eighths of 40 ms above 10
        assertEquals("\u2581\u2583\u2585\u2587\u2588  10.000 to 50.000 ms", line(10, 50, WIDE));
    }

    @Test
    void lostRequestsAreCrossesFromTheFirstToTheLast() {
        answers(0, 10, 1, 10, 4, 50);
        loss(2, 3, 2);
        assertEquals("\u2581\u2581\u00d7\u00d7\u2588  10.000 to 50.000 ms, \u00d7 lost", line(10, 50, WIDE));
        assertEquals(
                "\u2581\u2581[31m\u00d7[0m[31m\u00d7[0m\u2588  10.000 to 50.000 ms, [31mred: lost[0m",
                line(10, 50, new Screen(Palette.ANSI, 40)).replace("\u001b", ""));
    }

    @Test
    void aPingWithoutAnyAnswerIsCrossesWithoutAScale() {
        loss(0, 3, 4);
        assertEquals(Optional.of("\u00d7\u00d7\u00d7\u00d7  \u00d7 lost"), unanswered(WIDE));
        assertEquals(
                Optional.of("\u001b[31m\u00d7\u001b[0m".repeat(4) + "  \u001b[31mred: lost\u001b[0m"),
                unanswered(new Screen(Palette.ANSI, 40)));
    }

    @Test
    void twoRequestsWithoutAnAnswerAreNoPicture() {
        loss(0, 1, 2);
        assertEquals(Optional.empty(), unanswered(WIDE));
    }

    /** Two stretches of 4 s between the middles of three marks: up to 2 s, up to 6 s, and the rest. */
    @Test
    void aMarkOfManyRequestsTellsTheLongestRoundTripAndWhetherSomeWereLost() {
        answers(0, 10, 1, 10, 2, 30, 3, 10, 4, 90, 5, 10, 6, 50, 8, 10);
        loss(7, 7, 1);
        assertEquals(
                "\u2581\u2588\u00d7  10.000 to 90.000 ms, \u00d7 lost", line(10, 90, new Screen(Palette.PLAIN, 3)));
        assertEquals(
                "\u2581\u2588[31m\u2585[0m  10.000 to 90.000 ms, [31mred: lost[0m", // 50 is half way
                line(10, 90, new Screen(Palette.ANSI, 3)).replace("\u001b", ""));
    }

    @Test
    void aTimeWithoutRequestsIsBlank() {
        answers(0, 10, 1, 20, 10, 90);
        assertEquals("\u2582 \u2588  10.000 to 90.000 ms", line(10, 90, WIDE)); // 20 is an eighth up
    }

    /** Four were lost, and there was a pause among them: no more than four marks say so. */
    @Test
    void lossesAreNoMoreMarksThanRequests() {
        answers(0, 10, 1, 10, 29, 10, 30, 10);
        loss(2, 28, 4);
        String line = line(10, 10, WIDE);
        assertEquals(
                4,
                line.substring(0, line.indexOf("  10"))
                        .chars()
                        .filter(mark -> mark == 0xD7)
                        .count(),
                line);
    }

    @Test
    void requestsThatAreNotQuiteInTimeLeaveNoGap() {
        answer(0, 5);
        answer(970, 5);
        answer(2_040, 5);
        answer(3_000, 5);
        assertEquals("\u2581\u2581\u2581\u2581  5.000 to 5.000 ms", line(5, 5, WIDE));
    }

    /** The scale is that of the table, where further answers to one request count too. */
    @Test
    void theScaleIsThatOfAllAnswers() {
        answers(0, 10, 1, 20, 2, 20);
        assertEquals("\u2581\u2585\u2585  10.000 to 30.000 ms", line(10, 30, WIDE));
    }

    @Test
    void lessThanThreeMarksAreNoPicture() {
        answers(0, 10, 1, 20);
        assertEquals(Optional.empty(), drawn(10, 20, WIDE));
        answers(2, 30);
        assertEquals(Optional.empty(), drawn(10, 30, new Screen(Palette.ANSI, 2)));
        assertEquals(Optional.empty(), drawn(10, 30, Screen.NONE));
    }

    @Test
    void oneMomentIsNoPicture() {
        answers(5, 10, 5, 20, 5, 30);
        assertEquals(Optional.empty(), drawn(10, 30, WIDE));
    }

    @Test
    void centuriesBetweenRequestsAreOnlyABlank() {
        answers.add(new EchoSeries.Answer(Instant.parse("1677-09-22T00:00:00Z"), Duration.ofMillis(1), 1));
        answers(0, 1);
        answers.add(new EchoSeries.Answer(Instant.parse("2262-04-11T00:00:00Z"), Duration.ofMillis(2), 3));
        assertEquals("\u2581\u2581\u2588  1.000 to 2.000 ms", line(1, 2, WIDE));
    }

    private String line(int min, int max, Screen screen) {
        return drawn(min, max, screen).orElseThrow();
    }

    private Optional<String> unanswered(Screen screen) {
        return Sparkline.of(new EchoSeries(answers, losses), null, screen);
    }

    private Optional<String> drawn(int min, int max, Screen screen) {
        Duration any = Duration.ofMillis(min);
        RttSummary rtt = new RttSummary(9, any, any, Duration.ofMillis(max), any, null, null);
        return Sparkline.of(new EchoSeries(answers, losses), rtt, screen);
    }

    /** Seconds and milliseconds in turns. */
    private void answers(int... secondsAndTrips) {
        for (int i = 0; i < secondsAndTrips.length; i += 2) {
            answer(1_000 * secondsAndTrips[i], secondsAndTrips[i + 1]);
        }
    }

    private void answer(int sentMillis, int trip) {
        answers.add(new EchoSeries.Answer(START.plusMillis(sentMillis), Duration.ofMillis(trip), 1));
    }

    private void loss(int first, int last, int count) {
        losses.add(new EchoSeries.Loss(START.plusSeconds(first), START.plusSeconds(last), count, 1));
    }
}
