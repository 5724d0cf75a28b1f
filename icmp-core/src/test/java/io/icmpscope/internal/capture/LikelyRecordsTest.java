package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.internal.bytes.Sources;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in the middle of a pcap file a record seems to begin: four in a row that can be. */
class LikelyRecordsTest {

    private static final byte[] FRAME = hex("0102030405");
    private static final byte[] NONE = hex("ff".repeat(32));
    private static final int START = 24;

    @Test
    void fourRecordsAreEnoughAndThreeAreNot() throws IOException {
        assertTrue(likely(records(4).raw(NONE)));
        assertFalse(likely(records(3).raw(NONE)));
        assertFalse(likely(records(2).raw(NONE)));
        assertFalse(likely(records(1).raw(NONE)));
    }

    @Test
    void atTheEndOfTheCaptureFewerDo() throws IOException {
        assertTrue(likely(records(3)));
        assertTrue(likely(records(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 15})
    void aHeaderThatTheCaptureBreaksOffIsNone(int bytes) throws IOException {
        assertFalse(likely(records(1).raw(cut(hex("00000001 00000000 00000005 00000005"), bytes))));
    }

    @Test
    void aHeaderAloneAtTheEndMayBeOne() throws IOException {
        assertTrue(likely(records(1).raw(hex("00000001 00000000 00000005 00000005"))));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, true",
        "5, 9, true",
        "5, 4, false", // more than the packet had
        "0, 60, false", // nobody captures nothing
        "262144, 262144, true",
        "262145, 262145, false",
        "262144, 262143, false",
        "5, 262144, true",
        "5, 262145, false",
        "5, 4294967295, false",
        "2147483648, 4294967295, false",
    })
    void theLengthsAgreeAndCanBe(long captured, long original, boolean likely) throws IOException {
        assertEquals(likely, likely(Pcap.littleEndian().record(1, 0, captured, original, FRAME)));
    }

    @Test
    void lengthsThatMayBeSwappedNeedNotAgree() throws IOException {
        assertTrue(
                likely(Pcap.bigEndian().version(2, 3).record(1, 0, 5, 4, FRAME).record(2, 0, FRAME)));
    }

    /** Four bytes of a packet of nine, in version 2.2. */
    @Test
    void lengthsThatAreSwappedLeadToTheNextRecordAllTheSame() throws IOException {
        Pcap file = Pcap.bigEndian().version(2, 2);
        for (int i = 0; i < 4; i++) {
            file.record(i, 0, 9, 4, hex("01020304"));
        }
        assertTrue(likely(file.raw(NONE)));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "999999, true", "1000000, false", "4294967295, false"})
    void aFractionIsLessThanASecond(long fraction, boolean likely) throws IOException {
        assertEquals(likely, likely(Pcap.bigEndian().record(1, fraction, FRAME)));
    }

    @ParameterizedTest
    @CsvSource({"999999999, true", "1000000000, false"})
    void soIsAFractionInNanoseconds(long fraction, boolean likely) throws IOException {
        assertEquals(likely, likely(Pcap.bigEndian().nanoseconds().record(1, fraction, FRAME)));
    }

    /** 604,800 seconds. */
    @ParameterizedTest
    @CsvSource({
        "1000000, 1604800, true",
        "1000000, 1604801, false",
        "1000000, 395200, true",
        "1000000, 395199, false",
        "0, 604801, false",
        "0, 604800, true",
        "3000000000, 3000000001, true",
    })
    void betweenTwoRecordsLiesAWeekAtMost(long first, long second, boolean likely) throws IOException {
        assertEquals(likely, likely(Pcap.bigEndian().record(first, 0, FRAME).record(second, 0, FRAME)));
    }

    @Test
    void aWeekIsCountedFromTheRecordBefore() throws IOException {
        Pcap slow = Pcap.bigEndian();
        for (int week = 0; week < 4; week++) {
            slow.record(week * 604_800L, 0, FRAME);
        }
        assertTrue(likely(slow));
    }

    @Test
    void aRecordOfTheModifiedFormatHasALongerHeader() throws IOException {
        String record = "00000001 00000002 00000003 00000005 00000007 0800 00 00 aabbcc";
        byte[] file = hex("a1b2cd34 0002 0004 00000000 00000000 0000ffff 00000001", record, record, record, record);
        assertTrue(likely(file));
        assertFalse(likely(cut(file, file.length - 4)), "23 of 24 bytes, of the last record's header");
    }

    @Test
    void aRecordMayBeginAtAnyByte() throws IOException {
        try (CaptureReader reader = CaptureFormats.open(Sources.of(ByteBuffer.wrap(
                Pcap.bigEndian().raw(zeros(7)).record(1, 0, FRAME).bytes())))) {
            assertEquals(1, reader.step());
            assertTrue(reader.isLikelyFrame(START + 7));
            assertFalse(reader.isLikelyFrame(START));
        }
    }

    private static Pcap records(int count) {
        Pcap file = Pcap.bigEndian();
        for (int i = 0; i < count; i++) {
            file.record(i, 0, FRAME);
        }
        return file;
    }

    private static boolean likely(Pcap file) throws IOException {
        return likely(file.bytes());
    }

    private static boolean likely(byte[] file) throws IOException {
        try (CaptureReader reader = CaptureFormats.open(Sources.of(ByteBuffer.wrap(file)))) {
            return reader.isLikelyFrame(START);
        }
    }
}
