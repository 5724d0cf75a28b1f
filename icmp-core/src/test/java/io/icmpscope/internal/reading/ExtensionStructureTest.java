package io.icmpscope.internal.reading;

import static io.icmpscope.internal.reading.Said.quoteOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.ExtensionStructure;
import io.icmpscope.message.ExtensionStructure.Checksum;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.message.ParameterProblem;
import io.icmpscope.message.TimeExceeded;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an extension structure is and where it ends: RFC 4884 sections 4, 5, 7 and 8. */
class ExtensionStructureTest {

    /** The header of an IPv4 datagram whose total length is put in, and UDP ports. */
    private static String quote(int totalLength, int bytes) {
        return "4500%04x00000000011100".formatted(totalLength) + "00c0000201c6336407" + "8235829b00200000"
                + "00".repeat(bytes - 28);
    }

    private static final String QUOTE_6 = "6000000000081101" + "20010db8000000000000000000000001"
            + "20010db8000000000000000000000002" + "8235829b00080000";

    /** One label, 100704; with a checksum that holds. */
    private static final String MPLS = "2000 c55f 0008 0101 18960101";

    private static final List<MplsLabelStack> LABEL =
            List.of(new MplsLabelStack(List.of(new MplsLabelStack.Entry(100_704, 0, true, 1))));

    private static ExtensionStructure structure(Said said) {
        IcmpMessage message = said.message();
        if (message instanceof TimeExceeded exceeded) {
            return exceeded.extensions();
        }
        return message instanceof ParameterProblem problem
                ? problem.extensions()
                : ((DestinationUnreachable) message).extensions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0303 0000 0020 0000", "0b00 0000 0020 0000", "0c00 0000 0920 0000"})
    void theLengthAttributeOfIcmpv4IsInByteFiveAndCountsWordsOfFour(String header) {
        Said said = Said.by4(header, quote(300, 128), MPLS);
        assertEquals(new ExtensionStructure(2, Checksum.GOOD, false, List.copyOf(LABEL)), structure(said));
        assertEquals(128, quoteOf(said).quotedBytes());
        assertEquals(List.of(), said.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100 0000 10 000000", "0300 0000 10 000000"})
    void theLengthAttributeOfIcmpv6IsInByteFourAndCountsWordsOfEight(String header) {
        Said said = Said.by6(header, QUOTE_6, "00".repeat(128 - 48), MPLS);
        assertEquals(new ExtensionStructure(2, Checksum.GOOD, false, List.copyOf(LABEL)), structure(said));
        assertEquals(128, quoteOf(said).quotedBytes());
    }

    @Test
    void theStructureMayStandBehindMoreThan128BytesOfQuote() {
        Said said = Said.by4("0b00 0000 0028 0000", quote(60, 160), MPLS);
        assertEquals(LABEL, structure(said).objects());
        assertEquals(160, quoteOf(said).quotedBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 60, 128, 300, 1500, 0})
    void theQuotedTotalLengthNeverDecidesWhereTheStructureIs(int totalLength) {
        assertEquals(
                LABEL,
                structure(Said.by4("0b00 0000 0020 0000", quote(totalLength, 128), MPLS))
                        .objects());
        assertEquals(
                LABEL,
                structure(Said.by4("0b00 0000 0000 0000", quote(totalLength, 128), MPLS))
                        .objects());
    }

    @Test
    void withoutALengthAttributeAStructureBehind128BytesIsBelievedForItsChecksum() {
        Said said = Said.by4("0b00 0000 0000 0000", quote(300, 128), MPLS);
        assertEquals(new ExtensionStructure(2, Checksum.GOOD, true, List.copyOf(LABEL)), structure(said));
        assertEquals(128, quoteOf(said).quotedBytes());
    }

    @Test
    void aStructureOfTheDraftsHasVersionOne() {
        Said said = Said.by4("0b00 0000 0000 0000", quote(300, 128), "1000 d55f 0008 0101 18960101");
        assertEquals(new ExtensionStructure(1, Checksum.GOOD, true, List.copyOf(LABEL)), structure(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000 c55e 0008 0101 18960101", // the checksum does not hold
                "2000 0000 0008 0101 18960101", // there is none
                "0000 e55f 0008 0101 18960101", // version 0, else right
                "3000 b55f 0008 0101 18960101", // version 3, else right
                "2001 c55e 0008 0101 18960101", // a reserved bit, else right
                "2000 c564 0003 0101 18960101", // the first object is too small, else right
                "2000 c55a 000d 0101 18960101", // the first object is too long, else right
                "2000 dfff", // no room for an object, else right
            })
    void withoutALengthAttributeAnythingLessIsPartOfTheQuote(String almost) {
        Said said = Said.by4("0b00 0000 0000 0000", quote(300, 128), almost);
        assertNull(structure(said));
        assertEquals(128 + Said.bytes(almost).length, quoteOf(said).quotedBytes());
        assertEquals(List.of(), said.problems());
    }

    @Test
    void aLegacyStructureThatWasNotCapturedWholeIsPartOfTheQuote() {
        byte[] whole = Said.bytes("0b00 0000 0000 0000", quote(300, 128), MPLS);
        Said said = Said.by(4, Arrays.copyOf(whole, whole.length - 1), whole.length, (byte) 0);
        assertNull(structure(said));
        assertEquals(139, quoteOf(said).quotedBytes());
    }

    @Test
    void aLengthAttributeBeyondTheEndIsAProblemAndIgnored() {
        Said said = Said.by4("0b00 0000 00ff 0000", quote(300, 128), MPLS);
        assertNull(structure(said));
        assertEquals(140, quoteOf(said).quotedBytes());
        assertEquals(1, said.problems().size());
        assertEquals(Said.FRAME_BYTES_BEFORE + 5, said.problems().get(0).byteOffset());
        assertEquals(255 * 4 + 4, said.problems().get(0).needed());
        assertEquals(140, said.problems().get(0).had());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void lessThanAStructureHeaderBehindTheQuoteIsAProblem(int bytes) {
        Said said = Said.by4("0b00 0000 0020 0000", quote(300, 128), "20".repeat(bytes));
        assertNull(structure(said));
        assertEquals(128 + bytes, quoteOf(said).quotedBytes());
        assertEquals(1, said.problems().size());
    }

    @Test
    void aLengthAttributeThatNamesTheEndHasNothingBehindIt() {
        Said said = Said.by4("0b00 0000 0020 0000", quote(300, 128));
        assertNull(structure(said));
        assertEquals(128, quoteOf(said).quotedBytes());
        assertEquals(List.of(), said.problems());
    }

    @Test
    void aLengthAttributeBelow128BytesIsAProblemButFollowedToAStructure() {
        Said said = Said.by4("0b00 0000 0007 0000", quote(300, 28), MPLS);
        assertEquals(LABEL, structure(said).objects());
        assertEquals(28, quoteOf(said).quotedBytes());
        assertEquals(1, said.problems().size());
    }

    @Test
    void aLengthAttributeBelow128BytesWithoutAStructureIsNotFollowed() {
        Said said = Said.by4("0b00 0000 0002 0000", quote(300, 28));
        assertNull(structure(said));
        assertEquals(28, quoteOf(said).quotedBytes());
        assertEquals(1, said.problems().size());
    }

    @ParameterizedTest
    @CsvSource({"2000 c55f, GOOD", "2000 c55e, BAD", "2000 0000, NONE"})
    void anAnnouncedStructureIsReadWhateverItsChecksum(String header, Checksum expected) {
        Said said = Said.by4("0b00 0000 0020 0000", quote(300, 128), header, "0008 0101 18960101");
        assertEquals(expected, structure(said).checksum());
        assertEquals(LABEL, structure(said).objects());
    }

    @Test
    void anAnnouncedStructureOfUnknownVersionHasNoObjects() {
        Said said = Said.by4("0b00 0000 0020 0000", quote(300, 128), "5000 0000 0008 0101 18960101");
        assertEquals(new ExtensionStructure(5, Checksum.NONE, false, List.of()), structure(said));
        assertEquals(1, said.problems().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theListStopsAtAnObjectSmallerThanItsHeader(int length) {
        Said said = Said.by4(
                "0b00 0000 0020 0000",
                quote(300, 128),
                "20000000 0008 0101 18960101 %04x 0101 18960101".formatted(length));
        assertEquals(LABEL, structure(said).objects());
        assertEquals(1, said.problems().size());
        assertEquals(4, said.problems().get(0).needed());
        assertEquals(length, said.problems().get(0).had());
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 12, 0xFFFF})
    void theListStopsAtAnObjectLongerThanTheMessage(int length) {
        Said said = Said.by4(
                "0b00 0000 0020 0000",
                quote(300, 128),
                "20000000 0008 0101 18960101 %04x 0101 18960101".formatted(length));
        assertEquals(LABEL, structure(said).objects());
        assertEquals(1, said.problems().size());
        assertEquals(length, said.problems().get(0).needed());
        assertEquals(8, said.problems().get(0).had());
    }

    static IntStream everyCut() {
        return IntStream.rangeClosed(8, 8 + 128 + 20);
    }

    @ParameterizedTest
    @MethodSource("everyCut")
    void aStructureCutByTheCaptureHasTheObjectsThatAreComplete(int captured) {
        byte[] whole =
                Said.bytes("0b00 0000 0020 0000", quote(300, 128), "2000 30b8 0008 0101 18960101 0008 f701 deadbeef");
        Said said = Said.by(4, Arrays.copyOf(whole, captured), whole.length, (byte) 0xFF);
        assertEquals(Math.min(128, captured - 8), quoteOf(said).quotedBytes());
        if (captured < 8 + 128 + 4) {
            assertNull(structure(said));
        } else {
            assertNotNull(structure(said));
            assertEquals(
                    captured < 148 ? 0 : captured < 156 ? 1 : 2,
                    structure(said).objects().size());
            assertEquals(
                    captured < 156 ? Checksum.UNVERIFIED : Checksum.GOOD,
                    structure(said).checksum());
        }
        assertEquals(captured < 156 ? 1 : 0, said.problems().size());
    }

    @Test
    void parameterProblemOfIcmpv6HasNoRoomForALength() {
        Said said = Said.by6("0400 0000 10000000", QUOTE_6, "00".repeat(80), MPLS);
        assertNull(structure(said));
        assertEquals(140, quoteOf(said).quotedBytes());
        assertEquals(0x1000_0000L, ((ParameterProblem) said.message()).pointer());
    }

    @Test
    void packetTooBigOfIcmpv6HasNoExtensions() {
        Said said = Said.by6("0200 0000 00000500", QUOTE_6, "00".repeat(80), MPLS);
        assertEquals(140, quoteOf(said).quotedBytes());
    }
}
