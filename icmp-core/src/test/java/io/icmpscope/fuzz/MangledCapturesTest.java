package io.icmpscope.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Recordings that were damaged are refused by the typed exception or read as far as they can be: nothing else is thrown,
 * nothing hangs, and a report counts what goes by one by one. {@link MangleCaptures} does the same for long.
 */
class MangledCapturesTest {

    private static final int CAPTURES = 1000;

    @TempDir
    Path folder;

    @Test
    void damageOfEveryKindIsRefusedOrRead() throws IOException {
        Mangling mangling = mangle(1);
        for (Damage damage : Damage.values()) {
            Map<Verdict, Integer> row = mangling.verdicts.get(damage);
            int read = row.getOrDefault(Verdict.READ, 0) + row.getOrDefault(Verdict.WARNED, 0);
            assertTrue(read > 20, () -> damage + " left nothing to read: " + row);
        }
        assertTrue(mangling.count(Verdict.REFUSED) > CAPTURES / 100, () -> "too few refused: " + mangling.verdicts);
        assertTrue(mangling.count(Verdict.WARNED) > CAPTURES / 10, () -> "too few warned: " + mangling.verdicts);
        assertTrue(mangling.count(Verdict.READ) > CAPTURES / 10, () -> "too few read: " + mangling.verdicts);
    }

    /** Other damage every day. A failure names its capture, seed and round, which give the same bytes again. */
    @Test
    void soIsTheDamageOfTheDay() throws IOException {
        long seed = LocalDate.now(ZoneOffset.UTC).toEpochDay();
        System.out.println("Seed of the day for damaged captures: " + seed);
        mangle(seed);
    }

    private Mangling mangle(long seed) throws IOException {
        Mangling mangling = new Mangling(Lab.captures(), seed, folder.resolve("capture"));
        for (int round = 0; mangling.count() < CAPTURES && !mangling.isHopeless(); round++) {
            mangling.round(round, CAPTURES);
        }
        assertEquals(List.of(), mangling.faults);
        return mangling;
    }
}
