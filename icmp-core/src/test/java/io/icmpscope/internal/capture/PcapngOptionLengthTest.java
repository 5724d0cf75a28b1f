package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.number;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Options of a fixed length that have another: section 3.5 of the draft has them reported, and lets the reader ignore them, as
 * Wireshark does. What they would have said is then what it is without them.
 */
class PcapngOptionLengthTest {

    private static final byte[] FRAME = hex("0102030405");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 7, 9, 16})
    void aCountOfAnotherLengthIsNotKnown(int length) throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0);
        int offset = file.offset();
        byte[] wrong = new byte[length];
        Captures capture = Captures.read(
                file.statistics(0, file.option(4, wrong), file.option(5, wrong)).bytes());
        CaptureInterfaceNote counted = capture.reader.notes().interfaces().get(0);
        assertNull(counted.received());
        assertNull(counted.dropped());
        assertEquals(List.of(Code.MALFORMED_BLOCK, Code.MALFORMED_BLOCK), capture.codes());
        for (int option = 0; option < 2; option++) {
            assertEquals(offset, capture.warnings().get(option).byteOffset());
            assertEquals(
                    "Option " + (4 + option) + " of the block at byte " + offset + " has " + length
                            + " bytes where 8 are needed; it was passed over.",
                    capture.warnings().get(option).message());
        }
    }

    @Test
    void aCountThatIsKnownStaysWhenALaterOneCannotBeRead() throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0);
        file.statistics(0, file.option(4, number(BIG_ENDIAN, 8, 7)), file.option(5, number(BIG_ENDIAN, 8, 3)));
        file.statistics(0, file.option(4, number(BIG_ENDIAN, 4, 9)), file.option(5, number(BIG_ENDIAN, 8, 4)));
        CaptureInterfaceNote counted =
                Captures.read(file.bytes()).reader.notes().interfaces().get(0);
        assertEquals(7, counted.received());
        assertEquals(4, counted.dropped());
    }

    /** They are unsigned: this is no negative number, and 2^64 - 1 is what Wireshark has where nothing was counted. */
    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void aCountBeyondAllPacketsIsNotKnown(long count) throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0);
        byte[] value = number(BIG_ENDIAN, 8, count);
        file.statistics(0, file.option(4, value), file.option(5, value));
        CaptureInterfaceNote counted =
                Captures.read(file.bytes()).reader.notes().interfaces().get(0);
        assertNull(counted.received());
        assertNull(counted.dropped());
    }

    @ParameterizedTest
    @CsvSource({"14, 0", "14, 4", "14, 7", "14, 9", "9, 0", "9, 2", "9, 4"})
    void anOffsetOrUnitOfAnotherLengthLeavesTheTimesAsTheyAre(int code, int length) throws IOException {
        byte[] wrong = new byte[length];
        if (length > 0) {
            wrong[0] = 3; // milliseconds; or an offset that is not 0
        }
        Pcapng file = Pcapng.bigEndian();
        int offset = file.offset();
        file.iface(1, 0, file.option(code, wrong)).packet(0, 5_000_001, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertEquals(List.of(5_000_001_000L), capture.times(), "microseconds since 1970");
        assertWarned(capture, offset, code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void aLengthOfTheFrameCheckSequenceInAnotherLengthSaysNothing(int length) throws IOException {
        byte[] wrong = new byte[length];
        if (length > 0) {
            wrong[0] = 32;
        }
        Pcapng file = Pcapng.bigEndian();
        int offset = file.offset();
        file.iface(1, 0, file.option(13, wrong)).packet(0, 1, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertEquals(0, capture.frames.get(0).fcsBytes());
        assertWarned(capture, offset, 13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0080", "00000080 00000080"})
    void flagsOfAnotherLengthLeaveThePacketAsItIs(String flags) throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0);
        int offset = file.offset();
        file.packet(0, 1, 5, 5, FRAME, file.option(2, hex(flags)));
        Captures capture = Captures.read(file.bytes());
        assertEquals(0, capture.frames.get(0).fcsBytes());
        assertEquals(List.of("0102030405"), capture.hex());
        assertWarned(capture, offset, 2);
    }

    @Test
    void aFilterWithoutTheByteThatSaysItsKindIsNone() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        int offset = file.offset();
        Captures capture =
                Captures.read(file.iface(1, 0, file.option(11, hex(""))).bytes());
        assertNull(capture.reader.notes().interfaces().get(0).filter());
        assertWarned(capture, offset, 11);
    }

    private static void assertWarned(Captures capture, int offset, int code) {
        assertEquals(Code.MALFORMED_BLOCK, capture.warning().code());
        assertEquals(offset, capture.warning().byteOffset());
        String message = capture.warning().message();
        assertTrue(message.startsWith("Option " + code + " of the block at byte " + offset + " has "), message);
    }
}
