package io.icmpscope.internal.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Whichever way the bytes come in, the same bytes are seen. */
class SourcesAgreeTest {

    private static final Path FILE = temporaryFile();

    /** A range that a reader asks for. */
    record Ask(int offset, int length) {}

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void anySequenceOfRangesShowsTheSameBytesFromAFileAndFromMemory(
            @ForAll @IntRange(max = 600) int size,
            @ForAll @IntRange(min = 1, max = 200) int windowBytes,
            @ForAll("anywhere") List<Ask> asks)
            throws IOException {
        byte[] capture = content(size);
        Files.write(FILE, capture);
        for (Source source : filesAndMemory(capture, windowBytes)) {
            try (source) {
                for (Ask ask : asks) {
                    assertShows(capture, ask, source);
                }
                assertEquals(size, source.size());
            }
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void rangesThatOnlyGoForwardShowTheSameBytesFromAStreamToo(
            @ForAll @IntRange(max = 600) int size,
            @ForAll @IntRange(min = 1, max = 200) int windowBytes,
            @ForAll("forward") List<Ask> asks)
            throws IOException {
        byte[] capture = content(size);
        Files.write(FILE, capture);
        List<Source> sources = filesAndMemory(capture, windowBytes);
        sources.add(new StreamSource(new ByteArrayInputStream(capture), windowBytes));
        sources.add(new StreamSource(new Trickle(capture), windowBytes));
        for (Source source : sources) {
            try (source) {
                for (Ask ask : asks) {
                    assertShows(capture, ask, source);
                }
            }
        }
    }

    /** Checks what is readable, and that it is the capture's. */
    private static void assertShows(byte[] capture, Ask ask, Source source) throws IOException {
        int there = Math.max(0, Math.min(ask.length, capture.length - ask.offset));
        int had = source.require(ask.offset, ask.length);
        assertEquals(there, had, () -> source.getClass().getSimpleName() + " at " + ask);
        byte[] seen = new byte[had];
        if (had > 0) {
            source.window().get(source.indexOf(ask.offset), seen);
        }
        byte[] wanted = new byte[there];
        if (there > 0) {
            System.arraycopy(capture, ask.offset, wanted, 0, there);
        }
        assertArrayEquals(wanted, seen, () -> source.getClass().getSimpleName() + " at " + ask);
        Statistics.label("range").collect(there == ask.length ? "whole" : there == 0 ? "behind the end" : "cut");
        Statistics.label("range").coverage(coverage -> {
            coverage.check("whole").percentage(share -> share > 10);
            coverage.check("cut").percentage(share -> share > 2);
            coverage.check("behind the end").percentage(share -> share > 2);
        });
    }

    private static List<Source> filesAndMemory(byte[] capture, int windowBytes) throws IOException {
        List<Source> sources = new ArrayList<>();
        sources.add(new MappedSource(FileChannel.open(FILE, StandardOpenOption.READ), windowBytes));
        sources.add(new ReadSource(FileChannel.open(FILE, StandardOpenOption.READ), windowBytes));
        sources.add(Sources.of(ByteBuffer.wrap(capture)));
        ByteBuffer between = ByteBuffer.allocateDirect(capture.length + 9)
                .position(4)
                .put(capture)
                .position(4);
        sources.add(Sources.of(between.limit(4 + capture.length)));
        return sources;
    }

    @Provide
    Arbitrary<List<Ask>> anywhere() {
        Arbitrary<Integer> offsets = Arbitraries.integers().between(0, 700);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 400);
        return Combinators.combine(offsets, lengths)
                .as(Ask::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    /** As readers go: the next range begins where they are, or later. */
    @Provide
    Arbitrary<List<Ask>> forward() {
        Arbitrary<Integer> steps = Arbitraries.integers().between(0, 80);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 400);
        return Combinators.combine(steps, lengths)
                .as(Ask::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(asks -> {
                    List<Ask> forward = new ArrayList<>();
                    int at = 0;
                    for (Ask ask : asks) {
                        at += ask.offset;
                        forward.add(new Ask(at, ask.length));
                    }
                    return forward;
                });
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("sources", ".bin");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(FILE);
    }

    /** A pipe that gives one byte at a time. */
    private static final class Trickle extends ByteArrayInputStream {
        Trickle(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 1));
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }
}
