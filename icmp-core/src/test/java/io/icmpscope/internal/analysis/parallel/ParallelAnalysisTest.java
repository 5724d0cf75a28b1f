package io.icmpscope.internal.analysis.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Corpus;
import io.icmpscope.Lab;
import io.icmpscope.Traffic;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The report is the same, byte for byte, however many threads there are and wherever the capture is cut. */
class ParallelAnalysisTest {

    private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    @AfterAll
    @AfterContainer
    static void end() {
        POOL.shutdown();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyNumberOfThreadsGivesOneReport(
            @ForAll("traffic") Traffic traffic,
            @ForAll("containers") Container container,
            @ForAll("threads") int threads,
            @ForAll @IntRange(min = 100, max = 3_000) int stretchBytes)
            throws IOException {
        byte[] capture = container.hold(traffic);
        Together together = Together.of(capture, threads, POOL, stretchBytes);
        assertEquals(Together.alone(capture), together.report());
        Statistics.label("stretches taken").collect(together.taken() > 1 ? "several" : "few");
        Statistics.label("stretches taken").coverage(c -> c.check("several").percentage(share -> share > 40));
        Statistics.label("threads").collect(threads);
        Statistics.label("threads").coverage(c -> {
            c.check(2).percentage(share -> share > 10);
            c.check(7).percentage(share -> share > 10);
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whateverTheExecutorDoesEverythingGetsDone(
            @ForAll("traffic") Traffic traffic,
            @ForAll("executors") NamedExecutor executor,
            @ForAll @IntRange(min = 100, max = 3_000) int stretchBytes)
            throws IOException {
        byte[] capture = traffic.pcap(ByteOrder.LITTLE_ENDIAN, false);
        assertEquals(
                Together.alone(capture),
                Together.of(capture, 3, executor.executor, stretchBytes).report());
    }

    @Test
    void realProgramsAreReportedTheSame() throws IOException {
        assertEquals(List.of(), differing(Lab.captures()));
    }

    @Test
    void soAreTheCapturesOfOthers() throws IOException {
        Corpus.assumeThere();
        assertEquals(List.of(), differing(Corpus.files()));
    }

    private static List<String> differing(List<Path> captures) throws IOException {
        List<String> differing = new ArrayList<>();
        int[] threads = {2, 3, 8};
        int number = 0;
        for (Path file : captures) {
            byte[] capture = Files.readAllBytes(file);
            int stretchBytes = Math.max(200, capture.length / (2 + number % 40));
            try {
                IcmpReport alone = Together.alone(capture);
                if (!alone.equals(Together.of(capture, threads[number++ % 3], POOL, stretchBytes)
                        .report())) {
                    differing.add(file.getFileName() + " in stretches of " + stretchBytes);
                }
            } catch (CaptureFormatException refused) {
                continue; // is no capture
            }
        }
        return differing;
    }

    private enum Container {
        PCAP_LITTLE,
        PCAP_BIG_NANOS,
        PCAPNG_BIG,
        PCAPNG_GAPS;

        byte[] hold(Traffic traffic) {
            return switch (this) {
                case PCAP_LITTLE -> traffic.pcap(ByteOrder.LITTLE_ENDIAN, false);
                case PCAP_BIG_NANOS -> traffic.pcap(ByteOrder.BIG_ENDIAN, true);
                case PCAPNG_BIG -> traffic.pcapng(ByteOrder.BIG_ENDIAN, 9);
                case PCAPNG_GAPS -> traffic.pcapngWithGaps(5);
            };
        }
    }

    private record NamedExecutor(String name, Executor executor) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Provide
    Arbitrary<NamedExecutor> executors() {
        return Arbitraries.of(
                new NamedExecutor("runs at once, in the caller", Runnable::run),
                new NamedExecutor("never runs anything", task -> {}),
                new NamedExecutor("refuses", task -> {
                    throw new RejectedExecutionException("closed");
                }),
                new NamedExecutor("fails", task -> {
                    throw new IllegalStateException("broken");
                }),
                new NamedExecutor("has no thread", task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                }),
                new NamedExecutor("runs all, one behind the other", Executors.newSingleThreadExecutor(task -> {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    return thread;
                })));
    }

    @Provide
    Arbitrary<Container> containers() {
        return Arbitraries.of(Container.values());
    }

    @Provide
    Arbitrary<Integer> threads() {
        return Arbitraries.of(1, 2, 3, 7, 8);
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        return Traffic.any(150);
    }
}
