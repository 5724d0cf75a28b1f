package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three kinds of packet blocks of a pcapng file to the byte: draft-ietf-opsawg-pcapng, sections 4.3, 4.4 and A. */
class PcapngPacketTest {

    private static final String SECTION = "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c"; // 28 bytes
    private static final String INTERFACE = "00000001 00000014 0001 0000 00000000 00000014"; // 20 bytes, no snaplen

    private static final int LARGEST = (256 << 10) + (64 << 10); // a block that is looked at

    @ParameterizedTest
    @CsvSource({
        "00000006 00000020 00000000 00000000 00000001 00000000 0000003c 00000020",
        "00000002 00000020 0000 0000 00000000 00000001 00000000 0000003c 00000020",
    })
    void aPacketBlockMayHoldNoByteOfItsPacket(String block) throws IOException {
        Captures capture = Captures.read(hex(SECTION, INTERFACE, block));
        assertEquals(List.of(""), capture.hex());
        assertEquals(60, capture.frames.get(0).wireBytes());
        assertEquals(List.of(1_000L), capture.times());
        assertEquals(List.of(), capture.warnings());
    }

    @Test
    void aSimplePacketBlockMayHoldNoByteOfItsPacket() throws IOException {
        Captures capture = Captures.read(hex(SECTION, INTERFACE, "00000003 00000010 0000003c 00000010"));
        assertEquals(List.of(""), capture.hex());
        assertEquals(60, capture.frames.get(0).wireBytes());
        assertEquals(List.of(), capture.warnings());
    }

    @Test
    void aPacketMayFillItsBlockButNotLeaveItByAByte() throws IOException {
        String start = "00000006 00000028 00000000 00000000 00000001";
        String end = "00000008 0102030405060708 00000028";
        assertEquals(
                List.of("0102030405060708"),
                Captures.read(hex(SECTION, INTERFACE, start, "00000008", end)).hex());
        Captures oneMore = Captures.read(hex(SECTION, INTERFACE, start, "00000009", end));
        assertEquals(List.of(), oneMore.hex());
        assertWarning(
                Code.MALFORMED_BLOCK,
                48,
                "The packet block at byte 48 needs a body of 29 bytes and has 28; it was passed over.",
                oneMore.warning());
    }

    @ParameterizedTest
    @CsvSource({
        "00000006 0000001c 00000000 00000000 00000001 00000000 0000001c, enhanced packet, 20, 16",
        "00000002 0000001c 00000000 00000000 00000001 00000000 0000001c, packet, 20, 16",
        "00000003 0000000c 0000000c, simple packet, 4, 0",
        "00000001 00000010 00010000 00000010, interface description, 8, 4",
    })
    void aBlockThatIsTooShortSaysByHowMuch(String block, String kind, int needed, int had) throws IOException {
        Captures capture = Captures.read(hex(SECTION, INTERFACE, block));
        assertEquals(List.of(), capture.hex());
        assertEquals(1, capture.reader.notes().interfaces().size());
        assertWarning(
                Code.MALFORMED_BLOCK,
                48,
                "The " + kind + " block at byte 48 needs a body of " + needed + " bytes and has " + had
                        + "; it was passed over.",
                capture.warning());
    }

    @Test
    void aSectionHeaderNeedsTheLengthOfTheSection() throws IOException {
        Captures capture = Captures.read(hex(
                "0a0d0d0a 00000018 1a2b3c4d 0001 0000 ffffffff 00000018", // 12 bytes in 24
                INTERFACE,
                "00000003 00000014 00000003 aabbcc00 00000014"));
        assertEquals(List.of("aabbcc"), capture.hex());
        assertWarning(
                Code.MALFORMED_BLOCK,
                0,
                "The section header block at byte 0 needs a body of 16 bytes and has 12; it was passed over.",
                capture.warning());
    }

    @Test
    void aPacketNamesOneOfTheInterfacesBeforeItInItsSection() throws IOException {
        String simple = "00000003 00000010 00000000 00000010";
        assertWarning(
                Code.UNKNOWN_INTERFACE,
                28,
                "The packet block at byte 28 names interface 0, but its section describes 0; it was passed over.",
                Captures.read(hex(SECTION, simple)).warning());
        String enhanced = "00000006 00000020 00000001 00000000 00000001 00000000 0000003c 00000020";
        Captures second = Captures.read(hex(SECTION, INTERFACE, enhanced));
        assertEquals(List.of(), second.hex());
        assertWarning(
                Code.UNKNOWN_INTERFACE,
                48,
                "The packet block at byte 48 names interface 1, but its section describes 1; it was passed over.",
                second.warning());
    }

    /** The draft: as many bytes as the packet had, the snaplen allows, and the block has. */
    @ParameterizedTest
    @CsvSource({
        "00000000, 00000003, 010203",
        "00000000, 00000004, 01020304",
        "00000000, 00000064, 01020304",
        "00000002, 00000064, 0102",
        "00000005, 00000064, 01020304",
        "00000003, 00000002, 0102",
    })
    void aSimplePacketHasNoCapturedLengthButTheOtherThree(String snaplen, String original, String bytes)
            throws IOException {
        Captures capture = Captures.read(hex(
                SECTION,
                "00000001 00000014 0001 0000",
                snaplen,
                "00000014",
                "00000003 00000014",
                original,
                "01020304 00000014"));
        assertEquals(List.of(bytes), capture.hex());
        assertEquals(Long.parseLong(original, 16), capture.frames.get(0).wireBytes());
        assertEquals(List.of(), capture.warnings());
    }

    /** epb_flags: bits 0 and 1 the direction, 2 to 4 the reception, 5 to 8 the check sequence's bytes, 0 for not known. */
    @ParameterizedTest
    @CsvSource({
        "00000000, 4",
        "00000020, 1",
        "00000040, 2",
        "00000080, 4",
        "00000100, 8",
        "000001e0, 15",
        "fffffe1f, 4", // all the other bits
        "0000005e, 2",
    })
    void theFlagsOfAPacketSayTheLengthOfItsCheckSequenceAheadOfItsInterface(String flags, int fcsBytes)
            throws IOException {
        Captures capture = Captures.read(hex(
                SECTION,
                "00000001 0000001c 0001 0000 00000000 000d 0001 20000000 0000001c", // if_fcslen: 32 bits
                "00000006 00000034 00000000 00000000 00000001 00000005 00000005 0102030405 000000", // 3 of padding
                "0002 0004",
                flags,
                "0000 0000 00000034",
                "00000006 00000024 00000000 00000000 00000002 00000001 00000001 0a 000000 00000024"));
        assertEquals(List.of("0102030405", "0a"), capture.hex());
        assertEquals(fcsBytes, capture.frames.get(0).fcsBytes());
        assertEquals(4, capture.frames.get(1).fcsBytes(), "what the interface says");
        assertEquals(List.of(), capture.warnings());
    }

    @Test
    void aPacketHasCommentsBesideOtherOptions() throws IOException {
        Pcapng file = Pcapng.littleEndian().iface(1, 0);
        file.packet(
                0,
                1,
                3,
                3,
                hex("010203"),
                file.option(4, zeros(8)), // epb_dropcount
                file.option(1, "lost?".getBytes(StandardCharsets.UTF_8)),
                file.option(2, hex("40000000")),
                file.option(1, "yes".getBytes(StandardCharsets.UTF_8)));
        Captures capture = Captures.read(file.bytes());
        assertEquals(List.of("lost?", "yes"), capture.reader.notes().comments().entries());
        assertEquals(2, capture.frames.get(0).fcsBytes());
        assertEquals(List.of(), capture.warnings());
    }

    @Test
    void theOptionsOfThePacketBlockOfOldAreThoseOfTheNewOne() throws IOException {
        Captures capture = Captures.read(hex(
                SECTION,
                INTERFACE,
                "00000002 00000030 0000 0003 00000000 00000001 00000001 00000001 0a000000",
                "0002 0004 00000080 00000000 00000030")); // pack_flags: 4 bytes of check sequence; opt_endofopt
        assertEquals(List.of("0a"), capture.hex());
        assertEquals(4, capture.frames.get(0).fcsBytes());
        assertEquals(List.of(), capture.warnings());
    }

    /** 32 bytes of an enhanced packet block are not data. */
    @Test
    void theLargestBlockThatIsLookedAtHas320KiB() throws IOException {
        Captures largest = Captures.read(
                Pcapng.bigEndian().iface(1, 0).packet(0, 1, zeros(LARGEST - 32)).bytes());
        assertEquals(2 * (LARGEST - 32), largest.hex().get(0).length());
        assertEquals(List.of(), largest.warnings());
        Captures larger = Captures.read(
                Pcapng.bigEndian().iface(1, 0).packet(0, 1, zeros(LARGEST - 31)).bytes());
        assertEquals(List.of(), larger.hex());
        assertWarning(
                Code.MALFORMED_BLOCK,
                48,
                "The packet block at byte 48 is 327684 bytes long; it was passed over.",
                larger.warning());
    }

    private static void assertWarning(Code code, long byteOffset, String message, CaptureWarning warning) {
        assertEquals(code, warning.code());
        assertEquals(byteOffset, warning.byteOffset());
        assertEquals(message, warning.message());
    }
}
