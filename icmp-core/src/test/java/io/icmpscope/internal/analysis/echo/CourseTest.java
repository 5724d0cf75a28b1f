package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.EchoSeries.Answer;
import io.icmpscope.report.EchoSeries.Loss;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Few points tell what many did: the worst of them, and every loss. */
class CourseTest {

    private static final Comparator<Answer> AS_SENT =
            Comparator.comparing(Answer::sent).thenComparingLong(Answer::frame);

    /** A request and its round trip. */
    record Trip(long sent, long rtt) {}

    @Property(tries = 500)
    void theShortestAndTheLongestSurviveAndThereAreNeverTooMany(
            @ForAll("trips") List<Trip> trips, @ForAll @IntRange(min = 2, max = 30) int points, @ForAll Random random) {
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < trips.size(); i++) {
            all.add(new Answer(instant(trips.get(i).sent), Duration.ofNanos(trips.get(i).rtt), i + 1));
        }
        List<Answer> kept = kept(trips, points, random);
        assertTrue(kept.size() <= points);
        assertTrue(all.containsAll(kept));
        assertEquals(shortest(all), shortest(kept));
        assertEquals(longest(all), longest(kept));
        assertEquals(thinned(all, points), kept);
        Statistics.label("answers").collect(all.size() > points ? "too many" : "few");
        Statistics.label("answers").coverage(c -> {
            c.check("too many").percentage(share -> share > 30);
            c.check("few").percentage(share -> share > 5);
        });
        Statistics.label("cells").collect(kept.size() > 2 && all.size() > points ? "several" : "one or exact");
        Statistics.label("cells").coverage(c -> c.check("several").percentage(share -> share > 20));
    }

    private static List<Answer> kept(List<Trip> trips, int points, Random random) {
        List<Integer> order = order(trips);
        Collections.shuffle(order, random);
        RttCourse course = new RttCourse(points);
        for (int i : order) {
            course.add(trips.get(i).sent, i + 1, trips.get(i).rtt);
        }
        return course.list();
    }

    private static List<Integer> order(List<Trip> trips) {
        return new ArrayList<>(IntStream.range(0, trips.size()).boxed().toList());
    }

    private static Duration shortest(List<Answer> answers) {
        return answers.stream().map(Answer::rtt).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Duration longest(List<Answer> answers) {
        return answers.stream().map(Answer::rtt).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** By the definition: the narrowest cells of which the extremes are few enough. */
    private static List<Answer> thinned(List<Answer> all, int points) {
        List<Answer> thinned = all.stream().sorted(AS_SENT).toList();
        for (int shift = 0; thinned.size() > points; shift++) {
            TreeMap<Long, List<Answer>> cells = new TreeMap<>();
            for (Answer answer : all) {
                cells.computeIfAbsent(cell(answer.sent(), shift), fresh -> new ArrayList<>())
                        .add(answer);
            }
            thinned = cells.values().stream()
                    .flatMap(cell -> Stream.of(
                            Collections.min(
                                    cell, Comparator.comparing(Answer::rtt).thenComparing(AS_SENT)),
                            Collections.max(
                                    cell, Comparator.comparing(Answer::rtt).thenComparing(AS_SENT.reversed()))))
                    .distinct()
                    .sorted(AS_SENT)
                    .toList();
        }
        return thinned;
    }

    private static long cell(Instant time, int shift) {
        long nanos = Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
        return shift == 64 ? 0 : nanos >> shift;
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    /** A run is so many requests, one each microsecond. */
    @Property(tries = 500)
    void everyLossIsCountedAndTheFirstAndTheLastTimeStay(
            @ForAll("trips") List<Trip> runs, @ForAll @IntRange(min = 1, max = 30) int points, @ForAll Random random) {
        List<Integer> order = order(runs);
        List<Loss> losses = losses(runs, order, points);
        assertTrue(losses.size() <= points);
        assertEquals(
                runs.stream().mapToLong(CourseTest::length).sum(),
                losses.stream().mapToLong(Loss::count).sum());
        assertEquals(
                instant(runs.stream().mapToLong(Trip::sent).min().orElseThrow()),
                losses.get(0).first());
        assertEquals(
                instant(runs.stream()
                        .mapToLong(run -> run.sent + 1_000 * (length(run) - 1))
                        .max()
                        .orElseThrow()),
                losses.stream().map(Loss::last).max(Comparator.naturalOrder()).orElseThrow());
        Collections.shuffle(order, random);
        assertEquals(losses, losses(runs, order, points));
        Statistics.label("runs").collect(runs.size() > points ? "too many" : "few");
        Statistics.label("runs").coverage(c -> c.check("too many").percentage(share -> share > 30));
        Statistics.label("losses").collect(losses.size() > 1 && runs.size() > points ? "several" : "one or exact");
        Statistics.label("losses").coverage(c -> c.check("several").percentage(share -> share > 20));
    }

    private static long length(Trip run) {
        return 1 + run.rtt % 5;
    }

    private static List<Loss> losses(List<Trip> runs, List<Integer> order, int points) {
        LossCourse course = new LossCourse(points);
        for (int number : order) {
            Trip run = runs.get(number);
            for (int i = 0; i < length(run); i++) {
                course.add(run.sent + 1_000L * i, 10L * number + i);
            }
            course.end();
        }
        return course.list();
    }

    @Provide
    Arbitrary<List<Trip>> trips() {
        Arbitrary<Long> times = Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(1_700_000_000_000_000_000L, 1_700_000_001_000_000_000L)
                        .withDistribution(RandomDistribution.uniform()),
                Arbitraries.longs()
                        .between(-9_000_000_000_000_000_000L, 9_000_000_000_000_000_000L)
                        .withDistribution(RandomDistribution.uniform()),
                Arbitraries.of(0L, -1L, 1_700_000_000_500_000_000L));
        Arbitrary<Long> trips = Arbitraries.longs().between(0, 20).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(times, trips)
                .as(Trip::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(200)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
