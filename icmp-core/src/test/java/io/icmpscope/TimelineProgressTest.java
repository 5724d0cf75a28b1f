package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How far the reading has come, and how it is ended. */
class TimelineProgressTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");
    private static final int MIB = 1 << 20;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Access.class)
    void everyMebibyteIsToldAndTheWholeSizeAtTheEnd(Access access) throws IOException {
        byte[] bytes = pings(60_000);
        Path file = Files.write(directory.resolve("large.pcap"), bytes);
        List<Long> heard = new ArrayList<>();
        IcmpReport report = IcmpAnalyzer.analyze(Timeline.of(List.of(file)).onProgress(heard::add), options(access));
        assertEquals(60_000, report.icmpPackets());
        progresses(heard, bytes.length);
        assertEquals(IcmpAnalyzer.analyze(file, options(access)), report);
    }

    @Test
    void streamsAndCompressedFilesTellWhatIsStored() throws IOException {
        byte[] packed = gzip(pings(60_000));
        toldOf(packed);
    }

    /** Four million bytes of it are less than 16 KiB. */
    @Test
    void whatPacksVeryWellIsToldOfWhileItIsUnpacked() throws IOException {
        Pcap plain = Pcap.littleEndian().network(101);
        for (int i = 0; i < 40; i++) {
            plain.record(i, 0, new byte[100_000]);
        }
        byte[] packed = gzip(plain.bytes());
        assertTrue(packed.length < 16 << 10);
        List<Long> heard = toldOf(packed);
        assertTrue(heard.size() > 4, heard::toString);
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void filesThatAreOpenedTwiceCountOnce(Access access) throws IOException {
        List<Path> files = List.of(
                Files.write(directory.resolve("a"), pings(60_000)), Files.write(directory.resolve("b"), pings(100)));
        List<Long> heard = new ArrayList<>();
        IcmpAnalyzer.analyze(Timeline.of(files).onProgress(heard::add), options(access));
        progresses(heard, Files.size(files.get(0)) + Files.size(files.get(1)));
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void whoIsToldMayEndTheReadingAndEverythingIsClosed(Access access) throws IOException {
        List<Path> files = List.of(
                Files.write(directory.resolve("a"), pings(60_000)), Files.write(directory.resolve("b"), pings(60_000)));
        for (int last : List.of(0, 3 * MIB)) {
            Timeline timeline = Timeline.of(files).onProgress(bytes -> {
                if (bytes > last) {
                    throw new CancellationException("enough");
                }
            });
            assertEquals(
                    "enough",
                    assertThrows(CancellationException.class, () -> IcmpAnalyzer.analyze(timeline, options(access)))
                            .getMessage());
            assertEquals(List.of(), openFiles());
        }
    }

    @Test
    void aStreamIsClosedToo() {
        List<String> closed = new ArrayList<>();
        ByteArrayInputStream stream = new ByteArrayInputStream(pings(10)) {
            @Override
            public void close() {
                closed.add("yes");
            }
        };
        Timeline timeline = Timeline.of(List.of()).add("-", stream).onProgress(bytes -> {
            throw new CancellationException("enough");
        });
        assertThrows(CancellationException.class, () -> IcmpAnalyzer.packets(timeline, AnalysisOptions.defaults()));
        assertEquals(List.of("yes"), closed);
    }

    private static List<Long> toldOf(byte[] stream) throws IOException {
        List<Long> heard = new ArrayList<>();
        IcmpAnalyzer.analyze(
                Timeline.of(List.of())
                        .add("-", new ByteArrayInputStream(stream))
                        .onProgress(heard::add),
                AnalysisOptions.defaults());
        progresses(heard, stream.length);
        return heard;
    }

    private static void progresses(List<Long> heard, long size) {
        long last = 0;
        for (long bytes : heard) {
            assertTrue(bytes >= last && bytes - last <= MIB, last + ", then " + bytes);
            last = bytes;
        }
        assertEquals(size, last);
    }

    /** Those of this test, on systems that tell. */
    private List<Path> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        List<Path> open = new ArrayList<>();
        if (Files.isDirectory(descriptors)) {
            try (var all = Files.newDirectoryStream(descriptors)) {
                for (Path one : all) {
                    if (Files.isSymbolicLink(one) && Files.readSymbolicLink(one).startsWith(directory)) {
                        open.add(one);
                    }
                }
            }
        }
        return open;
    }

    private static AnalysisOptions options(Access access) {
        return AnalysisOptions.defaults().withAccess(access);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] pings(int count) {
        Pcap pcap = Pcap.littleEndian().network(101);
        for (int i = 0; i < count; i++) {
            pcap.record(i, 0, PING.request(i & 0xFFFF));
        }
        return pcap.bytes();
    }
}
