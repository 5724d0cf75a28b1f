package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several captures as one timeline. */
class CaptureMergeTest {

    private static final byte[] A = hex("aa");
    private static final byte[] B = hex("bb");

    @Test
    void theFramesComeInTheOrderOfTheirTimes() throws IOException {
        CaptureInput a = file("a", pcap(1, 4, 5));
        CaptureInput b = file("b", pcap(2, 3, 6));
        List<String> merged =
                List.of("1 a 1 0 1s", "2 b 1 1 2s", "3 b 2 1 3s", "4 a 2 0 4s", "5 a 3 0 5s", "6 b 3 1 6s");
        assertEquals(merged, read(List.of(a, b)));
        assertEquals(merged, read(List.of(b, a)), "in whatever order they are given");
    }

    @Test
    void framesOfOneTimeComeInTheOrderOfTheCaptures() throws IOException {
        CaptureInput early = file("z", pcap(1, 7, 7));
        CaptureInput late = file("a", pcap(7, 7));
        assertEquals(
                List.of("1 z 1 0 1s", "2 z 2 0 7s", "3 z 3 0 7s", "4 a 1 1 7s", "5 a 2 1 7s"),
                read(List.of(late, early)));
        assertEquals(
                List.of("1 a 1 0 7s", "2 a 2 0 7s", "3 b 1 1 7s"),
                read(List.of(file("b", pcap(7)), file("a", pcap(7, 7)))),
                "that of their names, when they begin at one time");
    }

    @Test
    void aFrameWithoutATimeStandsBehindTheOneBeforeIt() throws IOException {
        byte[] simple = Pcapng.bigEndian()
                .iface(1, 0)
                .packet(0, 1_000_000, A)
                .simple(1, A)
                .packet(0, 5_000_000, A)
                .bytes();
        assertEquals(
                List.of("1 a 1 0 1s", "2 a 2 0 none", "3 b 1 1 1s", "4 b 2 1 3s", "5 a 3 0 5s"),
                read(List.of(file("a", simple), file("b", pcap(1, 3)))));
    }

    @Test
    void aCaptureWithoutAFrameStandsBehindTheOthers() throws IOException {
        CaptureInput empty = file("a", pcap());
        CaptureInput one = file("b", pcap(1));
        try (CaptureMerge merge = CaptureMerge.open(List.of(empty, one))) {
            assertEquals(
                    List.of("b", "a"),
                    merge.captures().stream().map(CaptureStorage::name).toList());
        }
        assertEquals(List.of("1 b 1 0 1s"), read(List.of(empty, one)));
        assertEquals(List.of(), read(List.of(empty)));
    }

    @Test
    void ofEachCaptureIsKnownHowItIsStored() throws IOException {
        byte[] capture = pcap(1);
        try (CaptureMerge merge = CaptureMerge.open(List.of(file("a", capture)))) {
            CaptureStorage stored = merge.captures().get(0);
            assertEquals("a", stored.name());
            assertEquals("pcap", stored.format());
            assertEquals("big-endian", stored.byteOrder());
            assertEquals(41, stored.sizeBytes(), "24 + 16 + 1");
            assertEquals(1, stored.notes().interfaces().size());
        }
    }

    @Test
    void aFileIsOpenOnlyWhenItsTurnHasComeAndAStreamAllTheTime() throws IOException {
        List<String> events = new ArrayList<>();
        CaptureInput first = watched("a", pcap(1, 2), true, events);
        CaptureInput second = watched("b", pcap(8), true, events);
        CaptureInput stream = watched("s", pcap(9), false, events);
        try (CaptureMerge merge = CaptureMerge.open(List.of(first, second, stream))) {
            assertEquals(List.of("open a", "close a", "open b", "close b", "open s"), events);
            events.clear();
            Frame frame = new Frame();
            assertTrue(merge.next(frame));
            assertTrue(merge.next(frame));
            assertEquals(List.of("open a"), events);
            assertTrue(merge.next(frame));
            assertEquals(List.of("open a", "close a", "open b"), events);
            assertTrue(merge.next(frame));
            assertEquals(List.of("open a", "close a", "open b", "close b"), events);
            assertEquals(9_000_000_000L, frame.timeNanos());
        }
        assertEquals(List.of("open a", "close a", "open b", "close b", "close s"), events);
    }

    @Test
    void aFileThatIsGoneWhenItsTurnComesIsMissed() throws IOException {
        Deque<byte[]> openings = new ArrayDeque<>(List.of(pcap(2)));
        CaptureInput gone = new CaptureInput(
                "gone",
                () -> {
                    if (openings.isEmpty()) {
                        throw new NoSuchFileException("gone");
                    }
                    return Sources.of(ByteBuffer.wrap(openings.pop()));
                },
                true);
        try (CaptureMerge merge = CaptureMerge.open(List.of(gone, file("a", pcap(1, 3))))) {
            assertEquals(List.of("1 a 1 0 1s", "2 a 2 0 3s"), rest(merge));
            assertMissing(
                    "The file was there at first, but not when its turn came (gone); its frames are missing.", merge);
        }
    }

    @Test
    void aFileThatWasEmptiedMeanwhileIsMissed() throws IOException {
        Deque<byte[]> openings = new ArrayDeque<>(List.of(pcap(2), pcap()));
        CaptureInput emptied = new CaptureInput("emptied", () -> Sources.of(ByteBuffer.wrap(openings.pop())), true);
        try (CaptureMerge merge = CaptureMerge.open(List.of(emptied, file("a", pcap(1, 3))))) {
            assertEquals(List.of("1 a 1 0 1s", "2 a 2 0 3s"), rest(merge));
            assertMissing(
                    "The file was there at first, but not when its turn came (it has no frames any more);"
                            + " its frames are missing.",
                    merge);
        }
    }

    @Test
    void whatIsNoCaptureIsRefusedByItsNameAndTheOthersAreClosed() {
        List<String> events = new ArrayList<>();
        CaptureInput stream = watched("s", pcap(1), false, events);
        CaptureInput text = file("notes.txt", hex("68656c6c6f"));
        CaptureFormatException refusal =
                assertThrows(CaptureFormatException.class, () -> CaptureMerge.open(List.of(stream, text)));
        assertEquals("notes.txt", refusal.file());
        assertEquals(List.of("open s", "close s"), events);
    }

    @Test
    void aFailureNamesItsCaptureUnlessItDoesSoItself() {
        IOException broken = new IOException("broken pipe");
        IOException named = assertThrows(IOException.class, () -> CaptureMerge.open(List.of(failing(broken))));
        assertEquals("x: broken pipe", named.getMessage());
        assertEquals(broken, named.getCause());
        NoSuchFileException missing = new NoSuchFileException("/tmp/x");
        IOException itself = assertThrows(IOException.class, () -> CaptureMerge.open(List.of(failing(missing))));
        assertEquals(missing, itself);
    }

    @Test
    void aStreamThatBreaksIsNamedAndClosed() throws IOException {
        List<String> events = new ArrayList<>();
        InputStream breaking = new FilterInputStream(new ByteArrayInputStream(pcap(1, 2))) { // 24, 17 and 17 bytes
                    @Override
                    public int read(byte[] to, int from, int length) throws IOException {
                        int had = super.read(to, from, Math.min(length, 41));
                        if (had < 41) {
                            throw new IOException("torn");
                        }
                        return had;
                    }

                    @Override
                    public void close() {
                        events.add("close");
                    }
                };
        CaptureInput torn = new CaptureInput("torn.pcap", () -> Sources.of(breaking), false);
        IOException named = assertThrows(IOException.class, () -> read(List.of(torn)));
        assertEquals("torn.pcap: torn", named.getMessage());
        assertEquals(List.of("close"), events);
    }

    @Test
    void whatFailsToCloseKeepsNoOtherOpen() throws IOException {
        List<String> events = new ArrayList<>();
        CaptureInput failing = new CaptureInput(
                "a",
                () -> Sources.of(new ByteArrayInputStream(pcap(1)) {
                    @Override
                    public void close() throws IOException {
                        throw new IOException("will not");
                    }
                }),
                false);
        CaptureMerge merge = CaptureMerge.open(List.of(failing, watched("b", pcap(2), false, events)));
        IOException failure = assertThrows(IOException.class, merge::close);
        assertEquals("will not", failure.getMessage());
        assertEquals(List.of("open b", "close b"), events);
    }

    @Test
    void aFrameThatIsCopiedStaysAsItWas() throws IOException {
        byte[] file = Pcapng.bigEndian()
                .iface(1, 0, hex("000d 0001 20000000")) // if_fcslen: 32 bits
                .packet(0, 1_000_000, 1, 60, A)
                .packet(0, 2_000_000, B)
                .bytes();
        try (CaptureMerge merge = CaptureMerge.open(List.of(file("f", file)))) {
            Frame frame = new Frame();
            assertTrue(merge.next(frame));
            Frame copy = frame.copy();
            FrameCopy bytes = FrameCopy.of(frame);
            assertTrue(merge.next(frame));
            Frame shown = new Frame();
            bytes.show(shown, 7, "g", 3, 2);
            for (Frame first : List.of(copy, shown)) {
                assertEquals((byte) 0xAA, first.bytes().get(first.start()));
                assertEquals(1, first.capturedBytes());
                assertEquals(first.start() + 1, first.end());
                assertEquals(60, first.wireBytes());
                assertEquals(1_000_000_000, first.timeNanos());
                assertEquals(1, first.linkType());
                assertEquals(4, first.fcsBytes());
            }
            assertEquals("1 f 1 0 1s", describe(copy));
            assertEquals("7 g 3 2 1s", describe(shown));
            assertEquals(1_000_000_000, bytes.timeNanos());
        }
    }

    @Test
    void aFrameOfOneCaptureHasOneNumber() throws IOException {
        try (CaptureReader reader = CaptureFormats.open(Sources.of(ByteBuffer.wrap(pcap(1, 2))))) {
            Frame frame = new Frame();
            assertTrue(reader.next(frame));
            assertTrue(reader.next(frame));
            assertEquals(2, frame.numberInFile());
            frame.number(9);
            assertEquals(9, frame.number());
            assertEquals(9, frame.numberInFile());
            assertNull(frame.file());
        }
    }

    private static void assertMissing(String message, CaptureMerge merge) {
        CaptureStorage last = merge.captures().get(1);
        CaptureWarning warning = last.notes().warnings().entries().get(0);
        assertEquals(Code.SHORTENED, warning.code());
        assertEquals(message, warning.message());
    }

    private static List<String> read(List<CaptureInput> inputs) throws IOException {
        try (CaptureMerge merge = CaptureMerge.open(inputs)) {
            return rest(merge);
        }
    }

    private static List<String> rest(CaptureMerge merge) throws IOException {
        List<String> frames = new ArrayList<>();
        Frame frame = new Frame();
        while (merge.next(frame)) {
            frames.add(describe(frame));
        }
        return frames;
    }

    /** Number, capture, number in it, position of the capture, time. */
    private static String describe(Frame frame) {
        String time = frame.timeNanos() == Frame.NO_TIME ? "none" : frame.timeNanos() / 1_000_000_000 + "s";
        return frame.number() + " " + frame.file() + " " + frame.numberInFile() + " " + frame.capture() + " " + time;
    }

    private static byte[] pcap(int... seconds) {
        Pcap file = Pcap.bigEndian();
        for (int second : seconds) {
            file.record(second, 0, A);
        }
        return file.bytes();
    }

    private static CaptureInput file(String name, byte[] capture) {
        return new CaptureInput(name, () -> Sources.of(ByteBuffer.wrap(capture)), true);
    }

    private static CaptureInput failing(IOException failure) {
        return new CaptureInput(
                "x",
                () -> {
                    throw failure;
                },
                true);
    }

    private static CaptureInput watched(String name, byte[] capture, boolean reopens, List<String> events) {
        return new CaptureInput(
                name,
                () -> {
                    events.add("open " + name);
                    return Sources.of(new ByteArrayInputStream(capture) {
                        @Override
                        public void close() {
                            events.add("close " + name);
                        }
                    });
                },
                reopens);
    }
}
