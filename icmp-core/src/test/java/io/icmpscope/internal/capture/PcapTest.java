package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed pcap files, and the oddities that real programs write. */
class PcapTest {

    private static final byte[] FRAME = hex("0102030405");

    @Test
    void aFileWrittenOutByHandIsReadAsTheDraftSays() throws IOException {
        byte[] file = hex(
                "d4c3b2a1 0200 0400 00000000 00000000 ffff0000 01000000", //
                "01000000 02000000 03000000 05000000 aabbcc");
        Captures capture = Captures.read(file);
        assertEquals(List.of("aabbcc"), capture.hex());
        assertEquals(5, capture.frames.get(0).wireBytes());
        assertEquals(1, capture.frames.get(0).number());
        assertEquals(List.of(1_000_002_000L), capture.times());
    }

    @Test
    void bothByteOrdersSayTheSame() throws IOException {
        Captures big = Captures.read(
                Pcap.bigEndian().record(7, 8, FRAME).record(9, 10, FRAME).bytes());
        Captures little = Captures.read(
                Pcap.littleEndian().record(7, 8, FRAME).record(9, 10, FRAME).bytes());
        assertEquals(big.frames, little.frames);
        assertEquals(List.of(7_000_008_000L, 9_000_010_000L), big.times());
        assertEquals("big-endian", big.reader.byteOrder());
        assertEquals("little-endian", little.reader.byteOrder());
        assertEquals("pcap", big.reader.format());
    }

    @Test
    void theMagicSaysWhetherFractionsAreMicrosecondsOrNanoseconds() throws IOException {
        assertEquals(
                List.of(1_000_999_000L),
                Captures.read(Pcap.bigEndian().record(1, 999, FRAME).bytes()).times());
        assertEquals(
                List.of(1_000_000_999L),
                Captures.read(Pcap.bigEndian()
                                .nanoseconds()
                                .record(1, 999, FRAME)
                                .bytes())
                        .times());
    }

    @Test
    void secondsAreUnsigned() throws IOException {
        Captures after2038 =
                Captures.read(Pcap.littleEndian().record(0xFFFF_FFFFL, 0, FRAME).bytes());
        assertEquals(List.of(4_294_967_295_000_000_000L), after2038.times());
    }

    @Test
    void aFileWithoutRecordsIsAnEmptyCapture() throws IOException {
        Captures empty = Captures.read(Pcap.bigEndian().bytes());
        assertEquals(List.of(), empty.frames);
        assertEquals(List.of(), empty.warnings());
    }

    /** Trap 23. */
    @ParameterizedTest
    @ValueSource(longs = {0, 3, 65_535, 0x7FFF_FFFFL, 0xFFFF_FFFFL})
    void theSnaplenNeverLimitsWhatARecordHolds(long snaplen) throws IOException {
        Captures capture = Captures.read(
                Pcap.littleEndian().snaplen(snaplen).record(1, 0, FRAME).bytes());
        assertEquals(List.of("0102030405"), capture.hex());
        assertEquals(snaplen, capture.reader.notes().interfaces().get(0).snaplen());
    }

    /** Trap 27. */
    @ParameterizedTest
    @CsvSource({
        "0x00000071, 113, 0", // the link type alone
        "0x24000001, 1, 4", // two 16-bit words of frame check sequence
        "0x20000001, 1, 0", // a length without the bit that makes it valid
        "0xF4000001, 1, 30",
        "0x03FF0114, 276, 0", // reserved bits set
    })
    void theUpperBitsOfTheLinkTypeWordAreNotTheLinkType(String word, int linkType, int fcsBytes) throws IOException {
        Captures capture = Captures.read(
                Pcap.bigEndian().network(Long.decode(word)).record(1, 0, FRAME).bytes());
        assertEquals(linkType, capture.frames.get(0).linkType());
        assertEquals(fcsBytes, capture.frames.get(0).fcsBytes());
    }

    @ParameterizedTest
    @CsvSource({"2,0", "2,1", "2,2", "543,0"})
    void oldVersionsHaveTheTwoLengthsTheOtherWayRound(int major, int minor) throws IOException {
        byte[] file =
                Pcap.bigEndian().version(major, minor).record(1, 0, 9, 5, FRAME).bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of("0102030405"), capture.hex());
        assertEquals(9, capture.frames.get(0).wireBytes());
        assertEquals(List.of(), capture.warnings());
    }

    /** Trap 23. */
    @Test
    void version23HasThemEitherWay() throws IOException {
        byte[] file = Pcap.bigEndian()
                .version(2, 3)
                .record(1, 0, 9, 5, FRAME)
                .record(2, 0, 5, 9, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of("0102030405", "0102030405"), capture.hex());
        assertEquals(9, capture.frames.get(0).wireBytes());
        assertEquals(9, capture.frames.get(1).wireBytes());
    }

    @Test
    void aLaterVersion2IsReadWithAWarning() throws IOException {
        Captures capture =
                Captures.read(Pcap.bigEndian().version(2, 5).record(1, 0, FRAME).bytes());
        assertEquals(List.of("0102030405"), capture.hex());
        assertEquals(Code.UNKNOWN_VERSION, capture.warning().code());
        assertTrue(
                capture.warning().message().contains("2.5"), capture.warning().message());
    }

    @ParameterizedTest
    @CsvSource({"1,4", "3,0", "0,0", "544,0"})
    void anotherMajorVersionIsRefused(int major, int minor) {
        byte[] file =
                Pcap.littleEndian().version(major, minor).record(1, 0, FRAME).bytes();
        CaptureFormatException refusal = assertThrows(CaptureFormatException.class, () -> Captures.read(file));
        assertEquals(Kind.UNSUPPORTED, refusal.kind());
        assertEquals(4, refusal.offset());
        assertTrue(refusal.getMessage().contains(major + "." + minor), refusal.getMessage());
    }

    @Test
    void aFractionOfMoreThanASecondIsCarriedWithOneWarning() throws IOException {
        byte[] file = Pcap.littleEndian()
                .record(10, 999_999, FRAME)
                .record(10, 1_500_000, FRAME)
                .record(10, 0xFFFF_FFFFL, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of(10_999_999_000L, 11_500_000_000L, 4_304_967_295_000L), capture.times());
        assertEquals(Code.ODD_TIME, capture.warning().code());
        assertEquals(2L, capture.warning().frame());
    }

    @Test
    void aFractionOfExactlyASecondIsCarriedToo() throws IOException {
        Captures capture =
                Captures.read(Pcap.bigEndian().record(10, 1_000_000, FRAME).bytes());
        assertEquals(List.of(11_000_000_000L), capture.times());
        assertEquals(Code.ODD_TIME, capture.warning().code());
        assertEquals(24, capture.warning().byteOffset());
        assertTrue(
                capture.warning().message().startsWith("The record at byte 24 "),
                capture.warning().message());
    }

    /** Trap 23. */
    @Test
    void aRecordThatHoldsMoreThanThePacketHadIsBelieved() throws IOException {
        Captures capture =
                Captures.read(Pcap.bigEndian().record(1, 0, 5, 3, FRAME).bytes());
        assertEquals(List.of("0102030405"), capture.hex());
        assertEquals(5, capture.frames.get(0).wireBytes());
        assertEquals(Code.ODD_LENGTH, capture.warning().code());
    }

    @Test
    void anOriginalLengthOfZeroIsNoLengthAtAll() throws IOException {
        Captures capture =
                Captures.read(Pcap.bigEndian().record(1, 0, 5, 0, FRAME).bytes());
        assertEquals(5, capture.frames.get(0).wireBytes());
        assertEquals(List.of(), capture.warnings());
    }

    @Test
    void anEmptyRecordIsAFrame() throws IOException {
        byte[] file = Pcap.bigEndian()
                .record(1, 0, 0, 60, new byte[0])
                .record(2, 0, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of("", "0102030405"), capture.hex());
        assertEquals(60, capture.frames.get(0).wireBytes());
    }

    /** As libpcap (sf-pcap.c) and Wireshark (libpcap.c) know them: longer record headers, or four bytes behind the file header. */
    @ParameterizedTest
    @CsvSource({
        "a1b2cd34 0002 0004 00000000 00000000 0000ffff 00000001,"
                + "00000001 00000002 00000003 00000005 00000007 0800 00 00 aabbcc, 1000002000",
        "34cdb2a1 0200 0400 00000000 00000000 ffff0000 01000000,"
                + "01000000 02000000 03000000 05000000 07000000 0008 00 00 aabbcc, 1000002000",
        "1c0001ac 0002 0004 00000000 00000000 0000ffff 00000001 00000013,"
                + "00000001 00000002 00000003 00000005 aabbcc, 1000000002",
        "ac01001c 0200 0400 00000000 00000000 ffff0000 01000000 13000000,"
                + "01000000 02000000 03000000 05000000 aabbcc, 1000000002",
        "1c0001ab 0002 0004 00000000 00000000 0000ffff 00000001 00000013,"
                + "00000001 00000002 00000003 00000005 aabbcc, 1000002000",
        "ab01001c 0200 0400 00000000 00000000 ffff0000 01000000 13000000,"
                + "01000000 02000000 03000000 05000000 aabbcc, 1000002000",
    })
    void theVariantsOfOthersAreRead(String header, String record, long nanos) throws IOException {
        Captures capture = Captures.read(hex(header, record, record));
        assertEquals(List.of("aabbcc", "aabbcc"), capture.hex());
        assertEquals(List.of(nanos, nanos), capture.times());
        assertEquals(5, capture.frames.get(1).wireBytes());
        assertEquals(List.of(), capture.warnings());
    }
}
