package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcapng;
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

/** Damaged pcapng files: what came before the damage is kept, and what can be passed over is. */
class PcapngDamageTest {

    private static final byte[] FRAME = hex("0102030405");
    private static final String DIGITS = "0102030405";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 8, 11, 13, 14, 0xFFFF_FFFFL})
    void aBlockLengthThatCannotBeEndsTheFileThere(long length) throws IOException {
        Pcapng file = Pcapng.littleEndian().iface(1, 0).packet(0, 1, FRAME);
        int offset = file.offset();
        file.block(6, length, length, new byte[28]).packet(0, 2, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertEquals(List.of(DIGITS), capture.hex());
        CaptureWarning warning = capture.warning();
        assertEquals(Code.CORRUPT_LENGTH, warning.code());
        assertEquals(offset, warning.byteOffset());
        assertTrue(warning.message().contains("length of " + length + " bytes"), warning.message());
        assertTrue(warning.message().contains("1 frame before it was analysed"), warning.message());
    }

    @ParameterizedTest
    @ValueSource(longs = {0xFFFF_FFFCL, 0x7FFF_FFFCL, 1 << 20})
    void aBlockThatReachesBeyondTheFileIsCutShort(long length) throws IOException {
        Pcapng file = Pcapng.littleEndian().iface(1, 0).packet(0, 1, FRAME);
        int offset = file.offset();
        file.block(0x0BAD, length, length, new byte[28]);
        CaptureWarning warning = Captures.read(file.bytes()).warning();
        assertEquals(Code.CUT_SHORT, warning.code());
        assertEquals(offset, warning.byteOffset());
        assertTrue(warning.message().contains("needs " + length + " bytes, 40 are there"), warning.message());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 36, 44, 0x2800_0000L})
    void theTwoLengthsOfABlockMustAgree(long trailer) throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0).packet(0, 1, FRAME);
        int offset = file.offset();
        file.block(6, 40, trailer, new byte[28]).packet(0, 2, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertEquals(List.of(DIGITS), capture.hex());
        assertEquals(Code.CORRUPT_LENGTH, capture.warning().code());
        assertEquals(offset, capture.warning().byteOffset());
        assertTrue(
                capture.warning().message().contains(trailer + " at its end"),
                capture.warning().message());
    }

    @Test
    void theTwoLengthsOfAHugeBlockMustAgreeToo() throws IOException {
        int length = (1 << 20) + 12;
        byte[] file = Pcapng.bigEndian()
                .block(0x0BAD, length, 12, new byte[1 << 20])
                .iface(1, 0)
                .packet(0, 1, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(Code.CORRUPT_LENGTH, capture.warning().code());
        assertEquals(List.of(), capture.frames);
    }

    @Test
    void aFileThatEndsInABlockIsCutShortThere() throws IOException {
        Pcapng file = Pcapng.littleEndian().iface(1, 0).packet(0, 1, FRAME);
        int offset = file.offset();
        byte[] whole = file.packet(0, 2, FRAME).bytes();
        for (int length = offset + 1; length < whole.length; length++) {
            Captures capture = Captures.read(cut(whole, length));
            assertEquals(List.of(DIGITS), capture.hex());
            assertEquals(Code.CUT_SHORT, capture.warning().code());
            assertEquals(offset, capture.warning().byteOffset());
            assertEquals(2L, capture.warning().frame());
        }
        assertEquals(List.of(), Captures.read(cut(whole, offset)).warnings());
    }

    @Test
    void aFileThatEndsInTheFirstSectionHeaderHasNothing() throws IOException {
        byte[] whole = Pcapng.bigEndian().bytes();
        for (int length = 4; length < 16; length++) {
            byte[] start = cut(whole, length);
            CaptureFormatException refusal = assertThrows(CaptureFormatException.class, () -> Captures.read(start));
            assertEquals(Kind.NOT_A_CAPTURE, refusal.kind());
            assertEquals(length, refusal.offset());
        }
        for (int length = 16; length < whole.length; length++) {
            assertEquals(
                    Code.CUT_SHORT, Captures.read(cut(whole, length)).warning().code());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aFileShortenedWhileItIsReadGivesAWarningWithWhatIsThere(int beyondABlock) throws IOException {
        Pcapng pcapng = Pcapng.littleEndian().iface(1, 0);
        int first = pcapng.offset();
        for (int i = 0; i < 10_000; i++) { // more than the first read brings
            pcapng.packet(0, i, new byte[20]); // in a block of 52 bytes
        }
        Path file = Files.write(folder.resolve("shrinking.pcapng"), pcapng.bytes());
        try (CaptureReader reader = CaptureFormats.open(Sources.open(file, Access.READ))) {
            Frame frame = new Frame();
            assertTrue(reader.next(frame));
            try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
                other.truncate(first + 52L * 8000 + beyondABlock * 30);
            }
            while (reader.next(frame)) {
                assertEquals(20, frame.capturedBytes());
            }
            CaptureWarning warning = reader.notes().warnings().entries().get(0);
            assertEquals(Code.SHORTENED, warning.code());
            assertEquals(8001L, warning.frame());
            String had = beyondABlock == 0 ? "needs 12 bytes, 0 are there" : "needs 52 bytes, 30 are there";
            assertTrue(warning.message().contains(had), warning.message());
        }
    }

    @Test
    void packetsOfUnknownInterfacesArePassedOver() throws IOException {
        byte[] file = Pcapng.littleEndian()
                .packet(0, 1, FRAME)
                .simple(5, FRAME)
                .iface(1, 0)
                .packet(1, 2, FRAME)
                .packet(0xFFFF_FFFFL, 3, FRAME)
                .obsolete(0xFFFF, 4, FRAME)
                .packet(0, 5, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of(5_000L), capture.times());
        assertEquals(5, capture.warnings().size());
        assertTrue(capture.codes().stream().allMatch(Code.UNKNOWN_INTERFACE::equals), () -> "" + capture.codes());
        assertEquals(28, capture.warnings().get(0).byteOffset());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0xFFFF_FFFFL})
    void statisticsOfAnUnknownInterfaceArePassedOverWithAWarning(long unknown) throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0).packet(0, 1, FRAME);
        int offset = file.offset();
        file.statistics(unknown, file.option(4, number(BIG_ENDIAN, 8, 7)));
        Captures capture = Captures.read(file.packet(0, 2, FRAME).bytes());
        assertEquals(List.of(1_000L, 2_000L), capture.times());
        assertEquals(Code.UNKNOWN_INTERFACE, capture.warning().code());
        assertEquals(offset, capture.warning().byteOffset());
        assertTrue(capture.warning().message().startsWith("The interface statistics block at byte " + offset));
        assertNull(capture.reader.notes().interfaces().get(0).received());
    }

    /** The draft numbers the descriptions as they come: what is behind this one is interface 2, which is raw IP. */
    @Test
    void anInterfaceThatCannotBeReadDoesNotShiftTheNumbersOfTheOthers() throws IOException {
        Pcapng file = Pcapng.littleEndian().iface(1, 0);
        int offset = file.offset();
        file.block(1, new byte[4]).iface(101, 0);
        int packetOfNone = file.packet(2, 1, FRAME).offset();
        Captures capture =
                Captures.read(file.packet(1, 2, FRAME).packet(0, 3, FRAME).bytes());
        assertEquals(List.of(1_000L, 3_000L), capture.times());
        assertEquals(101, capture.frames.get(0).linkType());
        assertEquals(List.of(Code.MALFORMED_BLOCK, Code.UNKNOWN_INTERFACE), capture.codes());
        assertEquals(offset, capture.warnings().get(0).byteOffset());
        assertEquals(packetOfNone, capture.warnings().get(1).byteOffset());
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 5000, 0x7FFF_FFFFL, 0xFFFF_FFFFL})
    void aPacketLongerThanItsBlockIsPassedOver(long captured) throws IOException {
        byte[] file = Pcapng.bigEndian()
                .iface(1, 0)
                .packet(0, 1, captured, captured, FRAME)
                .packet(0, 2, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of(2_000L), capture.times());
        assertEquals(Code.MALFORMED_BLOCK, capture.warning().code());
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 16", "3, 0", "5, 0", "5, 8", "6, 16", "6, 0"})
    void aBlockTooShortForItsKindIsPassedOver(int type, int body) throws IOException {
        byte[] file = Pcapng.bigEndian()
                .iface(1, 0)
                .block(type, new byte[body])
                .packet(0, 2, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of(DIGITS), capture.hex());
        assertEquals(Code.MALFORMED_BLOCK, capture.warning().code());
    }

    @Test
    void anOptionThatLeavesItsBlockEndsItsListWithAWarning() throws IOException {
        Pcapng file = Pcapng.littleEndian();
        int offset = file.offset();
        byte[] overrun = join(file.n2(2), file.n2(60_000), hex("41414141"));
        file.iface(101, 0, file.option(2, hex("42")), overrun, file.resolution(9))
                .packet(0, 7, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertEquals(List.of(7_000L), capture.times());
        assertEquals("B", capture.reader.notes().interfaces().get(0).name());
        assertEquals(Code.MALFORMED_BLOCK, capture.warning().code());
        assertEquals(offset, capture.warning().byteOffset());
    }

    @Test
    void optionsOfLengthZeroWithoutAnEndComeToAnEnd() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        byte[] endless = join(hex("0001 0000".repeat(1000)), file.resolution(3));
        file.iface(1, 0, endless).packet(0, 7, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertEquals(List.of(7_000_000L), capture.times());
        assertEquals(1000, capture.reader.notes().comments().total());
    }

    @Test
    void optionsBehindTheEndOfTheListAreNone() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        file.iface(1, 0, file.option(0, hex("")), file.resolution(3)).packet(0, 7, FRAME);
        assertEquals(List.of(7_000L), Captures.read(file.bytes()).times());
    }
}
