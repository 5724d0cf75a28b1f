package io.icmpscope.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeoutException;

/** Damages captures, round after round, and reads what came of it. The same seed does the same damage. */
final class Mangling {

    /** Ten times what any capture may take, see RELIABILITY of the design. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final int FULL_PART = 32 << 10; // bytes: a capture n times as large is in each n-th round only
    private static final int FROM_EVERYWHERE = 25; // one of so many is read as a file as well, in both ways

    private static final int MOST_FAULTS = 20;
    private static final int MOST_HANGS = 3;

    /** What did not hold, and for which bytes. */
    record Fault(String what, byte[] capture, Throwable why) {

        @Override
        public String toString() {
            return what + ": " + why;
        }
    }

    private record Capture(String name, byte[] bytes, CaptureLayout layout) {}

    final List<Fault> faults = new ArrayList<>();
    final Map<Damage, Map<Verdict, Integer>> verdicts = new EnumMap<>(Damage.class);
    final Map<Verdict, Integer> ofOthers = new EnumMap<>(Verdict.class);
    private final List<Capture> captures = new ArrayList<>();
    private final long seed;
    private final Path file;
    private final Watched watched = new Watched(LIMIT);
    private int count;
    private int hangs;

    /**
     * Reads captures that are to be damaged.
     *
     * @param seed decides about the damage
     * @param file where a capture is written now and then to be read from there
     */
    Mangling(List<Path> files, long seed, Path file) throws IOException {
        for (Path path : files) {
            byte[] bytes = Files.readAllBytes(path);
            captures.add(new Capture(path.getFileName().toString(), bytes, CaptureLayout.of(bytes)));
        }
        this.seed = seed;
        this.file = file;
    }

    int count() {
        return count;
    }

    /** Whether so much did not hold that it is of no use to go on. Each hang takes long, and its thread runs on. */
    boolean isHopeless() {
        return faults.size() >= MOST_FAULTS || hangs >= MOST_HANGS;
    }

    /** How many of the captures so far were judged so. */
    int count(Verdict verdict) {
        return verdicts.values().stream()
                        .mapToInt(row -> row.getOrDefault(verdict, 0))
                        .sum()
                + ofOthers.getOrDefault(verdict, 0);
    }

    /** Damages each capture once, in the way whose turn it is. */
    void round(int round, int most) {
        for (Capture capture : captures) {
            boolean takesPart = round % (1 + capture.bytes.length / FULL_PART) == 0;
            if (takesPart && count < most && !isHopeless()) {
                Damage damage = Damage.values()[Math.floorMod(round + capture.name.hashCode(), Damage.values().length)];
                byte[] bytes = damage.of(capture.bytes, capture.layout, random(capture.name, round));
                String what = "%s, seed %d, round %d, %s".formatted(capture.name, seed, round, damage);
                tally(verdicts.computeIfAbsent(damage, row -> new EnumMap<>(Verdict.class)), judge(what, bytes));
            }
        }
    }

    /** Reads a capture that was damaged by others. */
    void judgeOther(String what, byte[] bytes) {
        tally(ofOthers, judge(what, bytes));
    }

    private SplittableRandom random(String name, int round) {
        return new SplittableRandom(seed * 31 + name.hashCode() + ((long) round << 32));
    }

    private static void tally(Map<Verdict, Integer> row, Verdict verdict) {
        if (verdict != null) {
            row.merge(verdict, 1, Integer::sum);
        }
    }

    /** What a capture is, or null when something did not hold. */
    private Verdict judge(String what, byte[] bytes) {
        boolean everywhere = count++ % FROM_EVERYWHERE == 0;
        try {
            return watched.call(() -> {
                if (everywhere) {
                    Verdict.fromEverywhere(Files.write(file, bytes), bytes);
                }
                return Verdict.of(bytes);
            });
        } catch (Throwable fault) {
            faults.add(new Fault(what, bytes, fault));
            hangs += fault instanceof TimeoutException ? 1 : 0;
            return null;
        }
    }
}
