package io.icmpscope.mcp.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CallTest {

    @Test
    void givingUpEndsTheWorkAndWhatItWaitsFor() {
        List<String> aborted = new ArrayList<>();
        Call call = new Call();
        call.onStop(() -> aborted.add("download"));
        call.begin("Reading", 10);
        call.at(5);
        call.cancel();
        assertEquals(Call.End.CANCELLED, call.end());
        assertEquals(List.of("download"), aborted);
        assertThrows(CancellationException.class, () -> call.at(6));
        assertThrows(CancellationException.class, call::check);
        assertThrows(CancellationException.class, () -> call.begin("Judging", 1));
        call.onStop(() -> aborted.add("late"));
        assertEquals(List.of("download", "late"), aborted);
    }

    @Test
    void workThatTakesTooLongIsEnded() {
        Call call = new Call(Duration.ofMillis(1));
        CountDownLatch aborted = new CountDownLatch(1);
        call.onStop(aborted::countDown);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> aborted.await());
        assertEquals(Call.End.TIMED_OUT, call.end());
        assertThrows(CancellationException.class, call::check);
    }

    @Test
    void whatIsDoneCannotBeGivenUp() {
        Call call = new Call(Duration.ofDays(1));
        call.onStop(() -> {
            throw new AssertionError("it was done");
        });
        call.close();
        call.cancel();
        assertEquals(Call.End.DONE, call.end());
        call.check();
    }

    @Test
    void whatLastsTellsHowFarItIsAndNeverLessThanBefore() {
        List<Progress> heard = new ArrayList<>();
        Call call = new Call();
        call.tell(heard::add);
        call.begin("Downloading", 1);
        call.at(1);
        call.begin("Reading", 30_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int bytes = 0; heard.isEmpty(); bytes++) {
                call.at(Math.min(bytes, 12_500_000));
            }
        });
        assertEquals(1, heard.size());
        Progress progress = heard.get(0);
        assertEquals(1, progress.before());
        assertEquals(
                "Reading: 12.5 MB of 30.0 MB", new Progress("Reading", 12_500_000, progress.total(), 1).sentence());
        assertEquals("Reading: 0.3 MB", new Progress("Reading", 250_001, Progress.UNKNOWN, 0).sentence());
    }

    @Test
    void whatDoesNotMoveIsNotToldAgain() {
        List<Progress> heard = new ArrayList<>();
        Call call = new Call();
        call.tell(heard::add);
        call.begin("Reading", 10);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (heard.isEmpty()) {
                call.at(5);
            }
            for (long from = System.nanoTime(); System.nanoTime() - from < 1_500_000_000L; ) {
                call.at(5);
            }
            assertEquals(1, heard.size());
            call.at(6);
            assertEquals(2, heard.size());
        });
    }
}
