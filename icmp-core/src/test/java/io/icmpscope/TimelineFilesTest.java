package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of a timeline: when they are open, and what happens when one of them cannot be read. */
class TimelineFilesTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Access.class)
    void rotatedFilesAreReadInTheOrderOfTime(Access access) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            files.add(write("ring" + i, pcap(100 + i, i)));
        }
        Collections.shuffle(files, new Random(4));
        IcmpReport report =
                IcmpAnalyzer.analyze(files, AnalysisOptions.defaults().withAccess(access));
        assertEquals(100, report.captures().size());
        assertEquals(100, report.echo().received());
        for (int i = 0; i < 100; i++) {
            assertEquals(
                    directory.resolve("ring" + i).toString(),
                    report.captures().get(i).name());
            assertEquals(1 + 2 * i, report.captures().get(i).firstFrame());
        }
    }

    @Test
    void onlyCapturesThatOverlapInTimeAreOpenAtOnce() throws IOException {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Timeline timeline = Timeline.of(List.of());
        for (int i = 0; i < 50; i++) {
            byte[] bytes = pcap(100 + i / 2, i).bytes(); // two of each time
            timeline.add("ring" + i, () -> counted(bytes, open, most));
        }
        IcmpReport report = IcmpAnalyzer.analyze(timeline, AnalysisOptions.defaults());
        assertEquals(100, report.totalPackets());
        assertEquals(2, most.get());
        assertEquals(0, open.get());
    }

    @Test
    void allCapturesAreClosedWhenTheReadingIsGivenUp() throws IOException {
        AtomicInteger open = new AtomicInteger();
        Timeline timeline = Timeline.of(List.of());
        for (int i = 0; i < 3; i++) {
            timeline.add("given" + i, counted(pcap(100, i).bytes(), open, new AtomicInteger()));
        }
        try (IcmpPackets packets = IcmpAnalyzer.packets(timeline, AnalysisOptions.defaults())) {
            assertNotNull(packets.next());
            assertEquals(3, open.get());
        }
        assertEquals(0, open.get());
    }

    @Test
    void whatIsNoCaptureIsNamedAndNothingStaysOpen() throws IOException {
        AtomicInteger open = new AtomicInteger();
        Timeline timeline =
                Timeline.of(List.of()).add("good", counted(pcap(100, 0).bytes(), open, new AtomicInteger()));
        timeline.add("bad", counted("hello".getBytes("US-ASCII"), open, new AtomicInteger()));
        CaptureFormatException refusal = assertThrows(
                CaptureFormatException.class, () -> IcmpAnalyzer.analyze(timeline, AnalysisOptions.defaults()));
        assertEquals("bad", refusal.file());
        assertEquals("bad: " + refusal.sentence(), refusal.getMessage());
        assertTrue(refusal.sentence().startsWith("byte 0: expected a pcap or pcapng capture, found text"));
        assertEquals(CaptureFormatException.Kind.NOT_A_CAPTURE, refusal.kind());
        assertEquals(0, open.get());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path good = write("good", pcap(100, 0));
        Path missing = directory.resolve("missing");
        NoSuchFileException refusal =
                assertThrows(NoSuchFileException.class, () -> IcmpAnalyzer.analyze(List.of(good, missing)));
        assertEquals(missing.toString(), refusal.getFile());
        FileSystemException folder =
                assertThrows(FileSystemException.class, () -> IcmpAnalyzer.analyze(List.of(good, directory)));
        assertEquals(directory.toString(), folder.getFile());
    }

    @Test
    void bytesThatCannotBeReadAreThoseOfANamedCapture() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is on fire");
            }
        };
        Timeline timeline = Timeline.of(List.of())
                .add("good", () -> new ByteArrayInputStream(pcap(100, 0).bytes()));
        timeline.add("bad", broken);
        IOException failure =
                assertThrows(IOException.class, () -> IcmpAnalyzer.analyze(timeline, AnalysisOptions.defaults()));
        assertEquals("bad: the disk is on fire", failure.getMessage());
    }

    /** As happens to the oldest of a ring of files that a recorder writes meanwhile. */
    @Test
    void aFileThatIsGoneWhenItsTurnComesIsAWarning() throws IOException {
        Timeline timeline = Timeline.of(List.of(write("kept", pcap(100, 0))));
        Path deleted = write("deleted", pcap(200, 1));
        timeline.add("deleted", deleted).add("emptied", onceThen(pcap(300, 2).bytes(), pcap().bytes()));
        timeline.add("overwritten", onceThen(pcap(400, 2).bytes(), new byte[9]));
        try (IcmpPackets packets = IcmpAnalyzer.packets(timeline, AnalysisOptions.defaults())) {
            assertNotNull(packets.next());
            Files.delete(deleted);
            while (packets.next() != null) {
                // to its end
            }
            assertEquals(2, packets.totalPackets());
            List<CaptureWarning> warnings = packets.capture().warnings().entries();
            assertEquals(
                    List.of("deleted", "emptied", "overwritten"),
                    warnings.stream().map(CaptureWarning::file).toList());
            for (CaptureWarning warning : warnings) {
                assertEquals(Code.SHORTENED, warning.code());
                assertTrue(warning.message().contains("but not when its turn came"), warning.message());
            }
        }
    }

    @Test
    void aFileThatIsWrittenAnewMeanwhileIsMergedByItsNewTimes() throws IOException {
        Timeline timeline = Timeline.of(List.of(write("a", pcap(200, 0))));
        timeline.add("ring", onceThen(pcap(100, 0).bytes(), pcap(300, 1).bytes()));
        IcmpReport report = IcmpAnalyzer.analyze(timeline, AnalysisOptions.defaults());
        assertEquals(3, report.captures().get(0).firstFrame());
        assertEquals("ring", report.captures().get(0).name());
        assertEquals(4, report.totalPackets());
    }

    private static Pcap pcap() {
        return Pcap.littleEndian().network(101);
    }

    private static Pcap pcap(int second, int sequence) {
        return pcap().record(second, 0, PING.request(sequence)).record(second, 500, PING.reply(sequence));
    }

    private Path write(String name, Pcap capture) throws IOException {
        return Files.write(directory.resolve(name), capture.bytes());
    }

    private static Timeline.Opening onceThen(byte[] first, byte[] later) {
        AtomicInteger times = new AtomicInteger();
        return () -> new ByteArrayInputStream(times.getAndIncrement() == 0 ? first : later);
    }

    private static InputStream counted(byte[] bytes, AtomicInteger open, AtomicInteger most) {
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
