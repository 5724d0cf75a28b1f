package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.report.Access;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged pcap files: what came before the damage is kept, and the warning says where it is. */
class PcapDamageTest {

    private static final byte[] FRAME = hex("0102030405060708");

    @TempDir
    Path folder;

    /** Trap 38. */
    @ParameterizedTest
    @ValueSource(longs = {262_145, 300_000, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL})
    void aCapturedLengthThatCannotBeEndsTheFileThere(long length) throws IOException {
        Pcap file = Pcap.littleEndian().record(1, 0, FRAME).record(2, 0, FRAME);
        int offset = file.offset();
        file.record(3, 0, length, length, FRAME).record(4, 0, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertEquals(2, capture.frames.size());
        CaptureWarning warning = capture.warning();
        assertEquals(Code.CORRUPT_LENGTH, warning.code());
        assertEquals(offset, warning.byteOffset());
        assertEquals(3L, warning.frame());
        assertTrue(warning.message().contains("byte " + offset + " declares " + length), warning.message());
        assertTrue(warning.message().contains("2 frames before it were analysed"), warning.message());
    }

    @Test
    void theLargestLengthThatCanBeIsRead() throws IOException {
        byte[] large = new byte[262_144];
        Captures capture = Captures.read(Pcap.littleEndian().record(1, 0, large).bytes());
        assertEquals(2 * large.length, capture.hex().get(0).length());
        assertEquals(List.of(), capture.warnings());
    }

    @ParameterizedTest
    @CsvSource({"231, 134217728", "249, 1048576", "279, 8388608"})
    void someLinkTypesHaveLargerFrames(int linkType, long limit) throws IOException {
        byte[] tooLong = Pcap.bigEndian()
                .network(linkType)
                .record(1, 0, limit + 1, limit + 1, FRAME)
                .bytes();
        assertEquals(Code.CORRUPT_LENGTH, Captures.read(tooLong).warning().code());
        byte[] longest = Pcap.bigEndian()
                .network(linkType)
                .record(1, 0, limit, limit, FRAME)
                .bytes();
        assertEquals(Code.CUT_SHORT, Captures.read(longest).warning().code());
    }

    @Test
    void aFileThatEndsInARecordIsCutShortThere() throws IOException {
        Pcap file = Pcap.bigEndian().record(1, 0, FRAME);
        int offset = file.offset();
        byte[] whole = file.record(2, 0, FRAME).bytes();
        for (int length = offset + 1; length < whole.length; length++) {
            Captures capture = Captures.read(cut(whole, length));
            assertEquals(1, capture.frames.size());
            CaptureWarning warning = capture.warning();
            assertEquals(Code.CUT_SHORT, warning.code());
            assertEquals(offset, warning.byteOffset());
            assertEquals(2L, warning.frame());
            int had = length - offset;
            String numbers = "needs " + (had < 16 ? 16 : 24) + " bytes, " + had + " are there";
            assertTrue(warning.message().contains(numbers), warning.message());
            assertTrue(warning.message().contains("1 frame before it was analysed"), warning.message());
        }
        assertEquals(List.of(), Captures.read(cut(whole, offset)).warnings(), "between two records it just ends");
    }

    @Test
    void aFileThatEndsInTheFileHeaderIsNoCapture() {
        byte[] whole = Pcap.littleEndian().bytes();
        for (int length = 4; length < whole.length; length++) {
            byte[] start = cut(whole, length);
            CaptureFormatException refusal = assertThrows(CaptureFormatException.class, () -> Captures.read(start));
            assertEquals(Kind.NOT_A_CAPTURE, refusal.kind());
            assertEquals(length, refusal.offset());
            assertTrue(refusal.getMessage().contains("24-byte pcap header"), refusal.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "50, 8", "300000, 8", "0, 24", "50, 24"
    }) // of 24 bytes: the first read ends between two records
    void aFileShortenedWhileItIsReadGivesAWarningThatSaysSo(long left, int frameBytes) throws IOException {
        Pcap pcap = Pcap.bigEndian();
        for (int i = 0; i < 20_000; i++) { // more than the first read brings
            pcap.record(i, 0, new byte[frameBytes]);
        }
        Path file = Files.write(folder.resolve("shrinking.pcap"), pcap.bytes());
        try (CaptureReader reader = CaptureFormats.open(Sources.open(file, Access.READ))) {
            Frame frame = new Frame();
            assertTrue(reader.next(frame));
            try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
                other.truncate(left);
            }
            while (reader.next(frame)) {
                assertEquals(frameBytes, frame.capturedBytes());
            }
            List<CaptureWarning> warnings = reader.notes().warnings().entries();
            assertEquals(1, warnings.size(), "one warning, not silence: " + warnings);
            assertEquals(Code.SHORTENED, warnings.get(0).code());
            assertEquals(frame.number() + 1, warnings.get(0).frame());
            assertTrue(
                    warnings.get(0).message().contains("became shorter"),
                    warnings.get(0).message());
        }
    }

    @Test
    void aBlankRecordHasNoTimeAndIsTold() throws IOException {
        byte[] file = Pcap.littleEndian().record(7, 0, FRAME).raw(new byte[64]).bytes();
        Captures capture = Captures.read(file);
        assertEquals(
                List.of(7_000_000_000L, Frame.NO_TIME, Frame.NO_TIME, Frame.NO_TIME, Frame.NO_TIME), capture.times());
        assertEquals(Code.BLANK_RECORD, capture.warning().code());
        assertEquals(2L, capture.warning().frame());
    }
}
