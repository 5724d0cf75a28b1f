package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Bytes;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Who does the work: threads of our own, which are gone afterwards, or those of the caller. */
@TestInstance(Lifecycle.PER_CLASS)
class WorkersTest {

    private static final int FRAMES = 100_000;

    private Path capture;

    @BeforeAll
    void capture(@TempDir Path directory) throws IOException {
        byte[] frame = Bytes.join(
                Bytes.hex(
                        "020000000002 020000000001 0800 4500005c 00000000 40010000 0a000001 0a000002 0800f7ff 00000000"),
                Bytes.zeros(64));
        Pcap file = Pcap.littleEndian();
        for (int i = 0; i < FRAMES; i++) {
            file.record(1_700_000_000L + i / 1000, i % 1000, frame);
        }
        capture = Files.write(directory.resolve("pings.pcap"), file.bytes());
    }

    @Test
    void theReportIsThatOfOneThreadByEveryAccess() throws IOException {
        for (Access access : Access.values()) {
            IcmpReport alone = analyze(Workers.threads(1), access);
            assertEquals(FRAMES, alone.icmpPackets());
            assertEquals(alone, analyze(Workers.threads(2), access));
            assertEquals(alone, analyze(Workers.threads(7), access));
            assertEquals(
                    alone,
                    IcmpAnalyzer.analyze(capture, AnalysisOptions.defaults().withAccess(access)));
        }
    }

    @Test
    void noThreadIsLeft() throws IOException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        analyze(Workers.threads(4), Access.READ);
        assertThrows(
                CancellationException.class,
                () -> IcmpAnalyzer.analyze(cancelledAfter(2_000_000), AnalysisOptions.defaults()));
        List<Thread> left = new ArrayList<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        left.removeIf(thread -> !thread.getName().startsWith("icmpscope"));
        assertEquals(List.of(), left);
    }

    /** An executor says that it has ended a moment before its last thread has. */
    @Test
    void helpersHaveEndedWhenTheirWorkIsDone() {
        for (int round = 0; round < 2_000; round++) {
            Set<Thread> used = ConcurrentHashMap.newKeySet();
            Workers.threads(3).run(helpers -> {
                helpers.execute(() -> used.add(Thread.currentThread()));
                helpers.execute(() -> used.add(Thread.currentThread()));
                return "";
            });
            used.removeIf(thread -> !thread.isAlive());
            assertEquals(Set.of(), used, "in round " + round);
        }
    }

    @Test
    void theExecutorOfTheCallerIsUsedAndLeftAlone() throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            Set<Thread> used = ConcurrentHashMap.newKeySet();
            Workers workers = Workers.of(
                    task -> executor.execute(() -> {
                        used.add(Thread.currentThread());
                        task.run();
                    }),
                    3);
            assertEquals(analyze(Workers.threads(1), Access.READ), analyze(workers, Access.READ));
            assertTrue(!used.isEmpty());
            assertEquals(0, executor.shutdownNow().size(), "nothing waits");
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void progressIsToldOnTheCallingThreadAndComesToTheEnd() throws IOException {
        List<Long> told = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Timeline timeline = Timeline.of(List.of(capture))
                .with(Workers.threads(3))
                .onProgress(bytes -> {
                    assertSame(caller, Thread.currentThread());
                    told.add(bytes);
                });
        IcmpAnalyzer.analyze(timeline, AnalysisOptions.defaults());
        assertTrue(told.size() > 10, told::toString);
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(Files.size(capture), told.get(told.size() - 1));
    }

    @Test
    void whoHearsOfProgressCanEndTheReading() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThrows(
                        CancellationException.class,
                        () -> IcmpAnalyzer.analyze(cancelledAfter(3_000_000), AnalysisOptions.defaults())));
    }

    @Test
    void thereIsAtLeastTheCallingThread() {
        assertThrows(IllegalArgumentException.class, () -> Workers.threads(0));
        assertThrows(NullPointerException.class, () -> Workers.of(null, 2));
    }

    private Timeline cancelledAfter(long most) {
        return Timeline.of(List.of(capture)).with(Workers.threads(3)).onProgress(bytes -> {
            if (bytes > most) {
                throw new CancellationException("enough");
            }
        });
    }

    private IcmpReport analyze(Workers workers, Access access) throws IOException {
        return IcmpAnalyzer.analyze(
                Timeline.of(List.of(capture)).with(workers),
                AnalysisOptions.defaults().withAccess(access));
    }
}
