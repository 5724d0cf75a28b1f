package io.icmpscope.internal.reading;

import static io.icmpscope.internal.reading.Said.by4;
import static io.icmpscope.internal.reading.Said.by6;
import static io.icmpscope.internal.reading.Said.quote4;
import static io.icmpscope.internal.reading.Said.quote6;
import static io.icmpscope.internal.reading.Said.quoteOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.ExtendedEchoRequest;
import io.icmpscope.message.InterfaceIdentification;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.RouterAdvertisementV4;
import io.icmpscope.message.TimeExceeded;
import io.icmpscope.message.Timestamp;
import io.icmpscope.message.UnknownIcmpError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What decoders often get wrong about quotes and queries, one test a trap of those that INTERPRETATION.md lists. */
class QuoteAndQueryTrapsTest {

    private static final String IPV4 = "45000400000000000111 0000 c0000201 c6336407".replace(" ", "");
    private static final String IPV6 =
            "600000000400 11 01 20010db8000000000000000000000001 20010db8000000000000000000000002";
    private static final String UDP = "8235829b03ec0000";
    private static final String MPLS = "2000 c55f 0008 0101 18960101";

    /** Trap 1. */
    @Test
    void theStructureIsFoundByTheLengthAttributeOrAtByte136NeverByTheQuotedTotalLength() {
        String quote128 = IPV4 + UDP + "00".repeat(100); // of a datagram of 1024 bytes
        TimeExceeded announced =
                (TimeExceeded) by4("0b00 0000 0020 0000", quote128, MPLS).message();
        TimeExceeded legacy =
                (TimeExceeded) by4("0b00 0000 0000 0000", quote128, MPLS).message();
        TimeExceeded plain = (TimeExceeded)
                by4("0b00 0000 0000 0000", quote128, "00".repeat(12)).message();
        assertEquals(1, announced.extensions().objects().size());
        assertEquals(1, legacy.extensions().objects().size());
        assertNull(plain.extensions());
        assertEquals(140, plain.quoted().quotedBytes());
    }

    /** Trap 2. */
    @Test
    void theLengthAttributeOfIcmpv6IsAtByteFourInUnitsOfEightThatOfIcmpv4AtByteFiveInUnitsOfFour() {
        String quote = IPV6 + UDP + "00".repeat(208); // 256 bytes: 0x20 * 8, or 0x40 * 4
        assertEquals(256, quoteOf(by6("0300 0000 20 00 0000", quote, MPLS)).quotedBytes());
        assertEquals(256, quoteOf(by4("0b00 0000 00 40 0000", quote, MPLS)).quotedBytes());
        assertEquals(268, quoteOf(by6("0300 0000 00 20 0000", quote, MPLS)).quotedBytes());
        assertEquals(268, quoteOf(by4("0b00 0000 40 00 0000", quote, MPLS)).quotedBytes());
    }

    /** Trap 10. */
    @Test
    void theUnreachableDestinationIsInTheQuote() {
        assertEquals(
                IpAddress.v4(0xC6336407),
                quoteOf(by4("0301 0000 00000000", IPV4, UDP)).destination());
    }

    /** Trap 12. */
    @Test
    void thePreferenceOfARouterIsSigned() {
        RouterAdvertisementV4 said = (RouterAdvertisementV4)
                by4("0900 0000 02 02 0708 c0000201 ffffffff c0000202 80000000").message();
        assertEquals(
                List.of(-1, Integer.MIN_VALUE),
                said.routers().stream().map(r -> r.preference()).toList());
        assertFalse(said.routers().get(0).neverDefault());
        assertTrue(said.routers().get(1).neverDefault());
    }

    /** Trap 13. */
    @Test
    void aTimestampWithTheHighBitHasItsOwnUnitAndWindowsWritesItBackwards() {
        Timestamp said = (Timestamp)
                by4("0e00 0000 0000 0000 02932e00 82932e00 002e9302").message();
        assertTrue(Timestamp.isTimeOfDay(said.originate()));
        assertFalse(Timestamp.isStandard(said.receive()));
        assertTrue(Timestamp.isTimeOfDay(said.transmit()), "it cannot be told by itself");
        assertTrue(Timestamp.isProbablyLittleEndian(said.transmit(), 43_200_000));
        assertFalse(Timestamp.isProbablyLittleEndian(said.originate(), 43_200_000));
    }

    /** Trap 14. */
    @Test
    void onlyFragmentationNeededHasAnMtuAndZeroMeansUnknown() {
        assertEquals(
                1400, ((DestinationUnreachable) by4("0304 0000 0000 0578", IPV4).message()).nextHopMtu());
        assertEquals(
                0, ((DestinationUnreachable) by4("0304 0000 0000 0000", IPV4).message()).nextHopMtu());
        assertNull(((DestinationUnreachable) by4("0303 0000 0000 0578", IPV4).message()).nextHopMtu());
        assertNull(((DestinationUnreachable) by6("0104 0000 0000 0578", IPV6).message()).nextHopMtu());
    }

    /** Trap 17. */
    @Test
    void theSequenceNumberOfAnExtendedEchoHasEightBitsAndItsObjectStandsAtByteEight() {
        ExtendedEchoRequest said = (ExtendedEchoRequest)
                by4("2a00 0000 1234 07 01 20000000 0008 0302 00000009").message();
        assertEquals(7, said.sequenceNumber());
        assertEquals(
                List.of(new InterfaceIdentification(null, 9L, null, null, null)),
                said.extensions().objects());
    }

    /** Trap 18. */
    @Test
    void aFragmentThatIsNotTheFirstHasNoPortsInAQuoteEither() {
        assertNull(
                quote4("4500 0400 0001 00b9 01 11 0000 c0000201 c6336407", UDP).transport());
        assertNull(quote4("4500 0400 0001 00b9 01 01 0000 c0000201 c6336407 0303000000000000", IPV4, UDP)
                .nested());
        assertNull(quote4("4500 0400 0001 00b9 01 33 0000 c0000201 c6336407 0604000000001001")
                .securityParametersIndex());
        String ipv6Fragment = "60000000 0400 2c 01 20010db8000000000000000000000001 20010db8000000000000000000000002";
        assertNull(quote6(ipv6Fragment, "11 00 05c8 00000007", UDP).transport());
        assertEquals(17, quote6(ipv6Fragment, "11 00 05c8 00000007", UDP).protocol());
        assertEquals(0x5C8, quote6(ipv6Fragment, "11 00 05c8 00000007", UDP).fragmentOffset());
        assertEquals(33435, quote6(ipv6Fragment, "11 00 0001 00000007", UDP).destinationPort());
        assertNull(quote6(ipv6Fragment, "3c 00 05c8 00000007", "1100000000000000", UDP)
                .transport());
    }

    /** Trap 34. */
    @Test
    void anUnknownTypeOfIcmpv6Below128IsAnErrorWithAQuote() {
        UnknownIcmpError said = assertInstanceOf(
                UnknownIcmpError.class, by6("2a00 0000 00000000", IPV6, UDP).message());
        assertEquals(33435, said.quoted().destinationPort());
    }

    @Test
    void aStructureAtByte136IsLookedForInIcmpv6Too() {
        String quote128 = IPV6 + UDP + "00".repeat(80);
        TimeExceeded legacy =
                (TimeExceeded) by6("0300 0000 00000000", quote128, MPLS).message();
        assertTrue(legacy.extensions().legacy());
        assertEquals(128, legacy.quoted().quotedBytes());
        assertEquals(140, quoteOf(by6("0200 0000 00000500", quote128, MPLS)).quotedBytes(), "not with an MTU");
    }
}
