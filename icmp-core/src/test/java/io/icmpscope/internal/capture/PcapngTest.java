package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed pcapng files. */
class PcapngTest {

    private static final byte[] FRAME = hex("0102030405");
    private static final String DIGITS = "0102030405";

    /** Trap 24: the upper half of a time comes first in either byte order. */
    @Test
    void aFileWrittenOutByHandIsReadAsTheDraftSays() throws IOException {
        Captures capture = Captures.read(hex(
                "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c", // section header
                "00000001 00000014 0065 0000 00000000 00000014", // raw IP, no snaplen
                "00000006 00000024 00000000 00000001 00000002 00000003 00000007 aabbcc00 00000024"));
        assertEquals(List.of("aabbcc"), capture.hex());
        assertEquals(101, capture.frames.get(0).linkType());
        assertEquals(7, capture.frames.get(0).wireBytes());
        assertEquals(List.of(4_294_967_298_000L), capture.times(), "2^32 + 2 microseconds");
        assertEquals(List.of(), capture.warnings());
        assertEquals("pcapng", capture.reader.format());
    }

    @Test
    void bothByteOrdersSayTheSame() throws IOException {
        Captures big = Captures.read(Pcapng.bigEndian()
                .iface(1, 0)
                .packet(0, 5, FRAME)
                .simple(5, FRAME)
                .obsolete(0, 9, FRAME)
                .bytes());
        Captures little = Captures.read(Pcapng.littleEndian()
                .iface(1, 0)
                .packet(0, 5, FRAME)
                .simple(5, FRAME)
                .obsolete(0, 9, FRAME)
                .bytes());
        assertEquals(big.frames, little.frames);
        assertEquals(List.of(DIGITS, DIGITS, DIGITS), big.hex());
        assertEquals(List.of(5_000L, Frame.NO_TIME, 9_000L), big.times());
        assertEquals("big-endian", big.reader.byteOrder());
        assertEquals("little-endian", little.reader.byteOrder());
    }

    /** Trap 25. */
    @Test
    void everySectionHasItsOwnByteOrderAndItsOwnInterfaces() throws IOException {
        byte[] file = Pcapng.bigEndian()
                .iface(1, 0)
                .iface(113, 0)
                .packet(1, 1, FRAME)
                .order(ByteOrder.LITTLE_ENDIAN)
                .section()
                .iface(101, 0)
                .packet(0, 2, FRAME)
                .packet(1, 3, FRAME) // the first section's, not this one's
                .order(ByteOrder.BIG_ENDIAN)
                .section()
                .iface(276, 0)
                .packet(0, 4, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(
                List.of(113, 101, 276),
                capture.frames.stream().map(Captures.Seen::linkType).toList());
        assertEquals(List.of(1_000L, 2_000L, 4_000L), capture.times());
        assertEquals(Code.UNKNOWN_INTERFACE, capture.warning().code());
        assertEquals("big-endian", capture.reader.byteOrder(), "that of the first section");
        assertEquals(4, capture.reader.notes().interfaces().size());
    }

    /** Trap 24. */
    @Test
    void everyInterfaceHasItsOwnLinkTypeAndItsOwnClock() throws IOException {
        Pcapng file = Pcapng.littleEndian();
        file.iface(1, 0, file.resolution(9)).iface(101, 0, file.resolution(3)).iface(0, 0);
        file.packet(2, 7, FRAME).packet(1, 7, FRAME).packet(0, 7, FRAME);
        Captures capture = Captures.read(file.bytes());
        assertEquals(
                List.of(0, 101, 1),
                capture.frames.stream().map(Captures.Seen::linkType).toList());
        assertEquals(List.of(7_000L, 7_000_000L, 7L), capture.times());
    }

    /** Trap 24. */
    @Test
    void aSimplePacketHasNoTimeAndIsCutToTheSnaplenOfTheFirstInterface() throws IOException {
        byte[] file = Pcapng.bigEndian()
                .iface(1, 4)
                .iface(1, 2)
                .simple(5, hex("01020304"))
                .simple(3, hex("010203"))
                .simple(100, hex("01020304"))
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of("01020304", "010203", "01020304"), capture.hex());
        assertEquals(
                List.of(5L, 3L, 100L),
                capture.frames.stream().map(Captures.Seen::wireBytes).toList());
        assertEquals(List.of(Frame.NO_TIME, Frame.NO_TIME, Frame.NO_TIME), capture.times());
    }

    @Test
    void theObsoletePacketBlockHasA16BitInterfaceNumber() throws IOException {
        byte[] file = Pcapng.bigEndian()
                .iface(1, 0)
                .iface(101, 0)
                .obsolete(1, 3, FRAME)
                .bytes();
        assertEquals(101, Captures.read(file).frames.get(0).linkType());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 8, 9, 10, 0x0BAD, 0x40000BAD, 0x80000001, 0x0D0A0D0A})
    void otherBlocksArePassedOver(int type) throws IOException {
        byte[] file = Pcapng.bigEndian()
                .block(type, hex("ffffffff"))
                .iface(1, 0)
                .block(type)
                .packet(0, 1, FRAME)
                .block(type, new byte[100])
                .packet(0, 2, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of(1_000L, 2_000L), capture.times());
        assertEquals(List.of(), capture.warnings());
    }

    @Test
    void aHugeBlockOfAnotherKindIsPassedOver() throws IOException {
        byte[] file = Pcapng.littleEndian()
                .iface(1, 0)
                .block(0x0BAD, new byte[5 << 20])
                .packet(0, 1, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of(DIGITS), capture.hex());
        assertEquals(List.of(), capture.warnings());
    }

    /** Trap 26. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 8, 13, Long.MAX_VALUE, Long.MIN_VALUE})
    void theSectionLengthIsNeverFollowed(long sectionLength) throws IOException {
        byte[] file = Pcapng.in(ByteOrder.BIG_ENDIAN)
                .section(1, 0, sectionLength)
                .iface(1, 0)
                .packet(0, 1, FRAME)
                .bytes();
        Captures capture = Captures.read(file);
        assertEquals(List.of(DIGITS), capture.hex());
        assertEquals(List.of(), capture.warnings());
    }

    @Test
    void version12IsReadLikeVersion10() throws IOException {
        byte[] file = Pcapng.in(ByteOrder.LITTLE_ENDIAN)
                .section(1, 2, -1)
                .iface(1, 0)
                .packet(0, 1, FRAME)
                .bytes();
        assertEquals(List.of(DIGITS), Captures.read(file).hex());
    }

    @Test
    void interfacesHaveNamesFiltersAndStatistics() throws IOException {
        Pcapng file = Pcapng.littleEndian();
        file.iface(
                1, 96, file.option(2, utf8("eth0")), file.option(11, utf8("\0icmp or icmp6")), file.option(0, hex("")));
        file.iface(101, 0);
        file.statistics(
                0,
                file.option(4, number(ByteOrder.LITTLE_ENDIAN, 8, 1000)),
                file.option(5, number(ByteOrder.LITTLE_ENDIAN, 8, 7)));
        Captures capture = Captures.read(file.bytes());
        CaptureInterfaceNote first = capture.reader.notes().interfaces().get(0);
        assertEquals("eth0", first.name());
        assertEquals("icmp or icmp6", first.filter());
        assertEquals(96, first.snaplen());
        assertEquals(1000L, first.received());
        assertEquals(7L, first.dropped());
        CaptureInterfaceNote second = capture.reader.notes().interfaces().get(1);
        assertNull(second.name());
        assertNull(second.filter());
        assertNull(second.received());
    }

    /** Trap 27. */
    @Test
    void theLengthOfTheFrameCheckSequenceIsInBits() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        file.iface(1, 0, file.option(13, hex("20"))).packet(0, 1, FRAME);
        assertEquals(4, Captures.read(file.bytes()).frames.get(0).fcsBytes());
    }

    /** Trap 36. */
    @Test
    void commentsAreKeptUpToABoundInLengthAndInNumber() throws IOException {
        Pcapng file = Pcapng.in(ByteOrder.BIG_ENDIAN);
        file.section(file.option(1, utf8("first")), file.option(1, utf8("x".repeat(60_000))));
        for (int i = 0; i < 200; i++) {
            file.iface(1, 0, file.option(1, utf8("more")));
        }
        Captures capture = Captures.read(file.bytes());
        List<String> comments = capture.reader.notes().comments().entries();
        assertEquals("first", comments.get(0));
        assertEquals("x".repeat(1024), comments.get(1));
        assertTrue(comments.size() <= 1000, () -> comments.size() + " comments");
        assertEquals(202, capture.reader.notes().comments().total());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
