package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section headers that are wrong, and sections made to exhaust. */
class PcapngSectionsTest {

    private static final byte[] FRAME = hex("0102030405");

    @Test
    void aFirstSectionWithoutAByteOrderMagicIsNoCapture() {
        byte[] file = hex("0a0d0d0a 0000001c deadbeef 0001 0000 ffffffffffffffff 0000001c");
        CaptureFormatException refusal = assertThrows(CaptureFormatException.class, () -> Captures.read(file));
        assertEquals(Kind.NOT_A_CAPTURE, refusal.kind());
        assertEquals(8, refusal.offset());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "2,0", "0,0"})
    void aFirstSectionOfAnotherVersionIsRefused(int major, int minor) {
        byte[] file =
                Pcapng.in(ByteOrder.LITTLE_ENDIAN).section(major, minor, -1).bytes();
        CaptureFormatException refusal = assertThrows(CaptureFormatException.class, () -> Captures.read(file));
        assertEquals(Kind.UNSUPPORTED, refusal.kind());
        assertEquals(12, refusal.offset());
        assertTrue(refusal.getMessage().contains("found " + major + "." + minor), refusal.getMessage());
    }

    @Test
    void aLaterSectionOfAnotherVersionEndsTheReading() throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0).packet(0, 1, FRAME);
        int offset = file.offset();
        file.section(1, 3, -1).iface(1, 0).packet(0, 2, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertEquals(List.of(1_000L), capture.times());
        assertEquals(Code.UNKNOWN_VERSION, capture.warning().code());
        assertEquals(offset, capture.warning().byteOffset());
    }

    @Test
    void aLaterSectionWithoutAByteOrderMagicEndsTheReading() throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0).packet(0, 1, FRAME);
        int offset = file.offset();
        file.block(0x0A0D0D0A, new byte[16]).iface(1, 0).packet(0, 2, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertEquals(List.of(1_000L), capture.times());
        assertEquals(Code.CORRUPT_LENGTH, capture.warning().code());
        assertEquals(offset, capture.warning().byteOffset());
    }

    @Test
    void aHugeSectionHeaderDoesNotLeaveTheInterfacesOfTheSectionBefore() throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0).iface(1, 0).packet(1, 1, FRAME);
        file.section(hugeComments(file)).iface(101, 0).packet(0, 2, FRAME);
        Captures capture = Captures.read(file.bytes());
        capture.frames.stream()
                .filter(frame -> frame.timeNanos() == 2_000)
                .forEach(frame -> assertEquals(101, frame.linkType(), "the second section's interface"));
        assertTrue(capture.frames.size() == 2 || !capture.warnings().isEmpty(), "read, or said that it was not");
    }

    @Test
    void aHugeInterfaceDescriptionDoesNotShiftTheNumbersOfTheOthers() throws IOException {
        Pcapng file = Pcapng.littleEndian();
        file.iface(101, 0, hugeComments(file)).iface(1, 0).packet(0, 1, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertFalse(capture.frames.stream().anyMatch(frame -> frame.linkType() == 1), "interface 0 is raw IP");
        assertTrue(capture.frames.size() == 1 || !capture.warnings().isEmpty(), "read, or said that it was not");
    }

    @Test
    void interfacesBeyondTheCapAreToldAndTheirPacketsPassedOver() {
        Pcapng file = Pcapng.littleEndian();
        for (int i = 0; i < 1 << 17; i++) {
            file.iface(1, 0);
        }
        byte[] bytes = file.packet(65_535, 1, FRAME)
                .packet(65_536, 2, FRAME)
                .packet(0, 3, FRAME)
                .bytes();
        Captures capture = assertTimeoutPreemptively(ofSeconds(20), () -> Captures.read(bytes));
        assertEquals(List.of(1_000L, 3_000L), capture.times());
        assertEquals(List.of(Code.MALFORMED_BLOCK, Code.UNKNOWN_INTERFACE), capture.codes());
        assertEquals(65_536, capture.reader.notes().interfaces().size());
    }

    @Test
    void warningsAreBoundedAndTheOmittedCounted() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        for (int i = 0; i < 5000; i++) {
            file.packet(7, i, FRAME);
        }
        Captures capture = Captures.read(file.iface(1, 0).packet(0, 1, FRAME).bytes());
        assertEquals(1, capture.frames.size());
        assertTrue(capture.warnings().size() <= 1000, () -> capture.warnings().size() + " warnings");
        assertEquals(5000, capture.reader.notes().warnings().total());
    }

    @Test
    void aPacketBlockThatIsTooLargeIsPassedOverWithAWarning() throws IOException {
        byte[] file = Pcapng.bigEndian()
                .iface(1, 0)
                .packet(0, 1, new byte[1 << 20])
                .packet(0, 2, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of(2_000L), capture.times());
        assertEquals(Code.MALFORMED_BLOCK, capture.warning().code());
    }

    /** More options than a block of usual length holds. */
    private static byte[] hugeComments(Pcapng file) {
        byte[] one = file.option(1, new byte[65_532]);
        return join(one, one, one, one, one, one);
    }
}
