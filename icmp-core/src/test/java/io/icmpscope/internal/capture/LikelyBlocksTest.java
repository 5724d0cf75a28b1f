package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.internal.bytes.Sources;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in the middle of a pcapng file a packet block seems to begin: four blocks in a row that say their length twice. */
class LikelyBlocksTest {

    private static final byte[] SECTION = hex("0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c");
    private static final int START = 28;

    private static final String PACKET = "00000006 00000020 00000000 00000000 00000001 00000000 0000003c 00000020";
    private static final String OTHER = "00000bad 0000000c 0000000c"; // the shortest block there can be
    private static final String NONE = "ffffffff ffffffff ffffffff";

    @Test
    void aPacketBeginsAtItsBlockAndNowhereElse() throws IOException {
        byte[] four = hex(PACKET, PACKET, PACKET, PACKET);
        for (int at = 0; at < four.length; at += 4) {
            assertEquals(at % 32 == 0, likely(join(SECTION, four), START + at), "at byte " + at);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00000002, true",
        "00000003, true",
        "00000006, true",
        "00000001, false",
        "00000005, false",
        "0a0d0d0a, false"
    })
    void theFirstBlockMustHoldAPacketOfWhateverKind(String type, boolean likely) throws IOException {
        assertEquals(likely, likely(type, "0000000c 0000000c", PACKET, PACKET, PACKET));
    }

    @Test
    void theOthersMayBeOfAnyKind() throws IOException {
        assertTrue(likely(PACKET, OTHER, "00000005 00000010 00000000 00000010", OTHER));
    }

    @Test
    void fourBlocksAreEnoughAndThreeAreNot() throws IOException {
        assertTrue(likely(PACKET, PACKET, PACKET, PACKET, NONE));
        assertFalse(likely(PACKET, PACKET, PACKET, NONE));
        assertFalse(likely(PACKET, PACKET, NONE));
        assertFalse(likely(PACKET, NONE));
    }

    @Test
    void atTheEndOfTheCaptureFewerDo() throws IOException {
        assertTrue(likely(PACKET, PACKET, PACKET));
        assertTrue(likely(PACKET));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 8, 11, 12, 28, 31})
    void aBlockThatTheCaptureBreaksOffIsNone(int bytes) throws IOException {
        assertFalse(likely(join(SECTION, hex(PACKET), cut(hex(PACKET), bytes)), START));
        assertFalse(likely(join(SECTION, cut(hex(PACKET), bytes)), START));
    }

    @ParameterizedTest
    @CsvSource({
        "00000006 00000008", // would be its own end
        "00000006 0000000d 00000000 0d",
        "00000006 0000000e 0000 0000 000e",
        "00000006 00000000",
        "00000006 00000010 00000000 0000000c",
        "00000006 0000000c 00000010",
    })
    void aLengthIsAMultipleOfFourOfAtLeastTwelveAndStandsAtBothEnds(String block) throws IOException {
        assertFalse(likely(block, PACKET, PACKET, PACKET));
        assertFalse(likely(PACKET, block, PACKET, PACKET));
    }

    @Test
    void aBlockOfMoreThan320KiBIsNoPacket() throws IOException {
        assertTrue(likely(join(SECTION, block(327_680)), START));
        assertFalse(likely(join(SECTION, block(327_684)), START));
        assertFalse(likely(join(SECTION, hex(PACKET), block(327_684)), START));
    }

    @Test
    void theNumbersAreReadInTheByteOrderOfTheSection() throws IOException {
        byte[] section = hex("0a0d0d0a 1c000000 4d3c2b1a 0100 0000 ffffffffffffffff 1c000000");
        assertTrue(likely(join(section, hex("03000000 10000000 00000000 10000000")), START));
        assertFalse(likely(join(section, hex("00000003 00000010 00000000 00000010")), START));
    }

    private static byte[] block(int length) {
        byte[] said = number(ByteOrder.BIG_ENDIAN, 4, length);
        return join(hex("00000006"), said, zeros(length - 12), said);
    }

    private static boolean likely(String... blocks) throws IOException {
        return likely(join(SECTION, hex(blocks)), START);
    }

    private static boolean likely(byte[] capture, long at) throws IOException {
        try (CaptureReader reader = CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture)))) {
            assertEquals(4, reader.step(), "blocks are of multiples of four bytes");
            return reader.isLikelyFrame(at);
        }
    }
}
