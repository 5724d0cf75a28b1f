package io.icmpscope.internal.reading;

import static io.icmpscope.internal.reading.Said.quote4;
import static io.icmpscope.internal.reading.Said.quoteOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.QuotedHeader;
import io.icmpscope.message.QuotedTransport;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Quotes of IPv4 datagrams, laid out as in RFC 791 section 3.1 and the transports' RFCs. */
class QuotedIpv4Test {

    private static final IpAddress SOURCE = IpAddress.v4(0xC0000201); // 192.0.2.1
    private static final IpAddress DESTINATION = IpAddress.v4(0xC6336407); // 198.51.100.7

    /** Total length 1500, identification 0x1234, time to live 1; the protocol is put in. */
    private static String header(int protocol) {
        return "45 b8 05dc 1234 4000 01 %02x abcd c0000201 c6336407".formatted(protocol);
    }

    @Test
    void everyFieldOfTheHeaderIsKeptAsQuoted() {
        QuotedDatagram quoted = quote4(header(17), "8235 829b 05c8 beef");
        assertEquals(28, quoted.quotedBytes());
        assertEquals(
                new QuotedHeader(4, 0xB8, null, 1500L, 0x1234, true, false, 0, 1, 17, 0xABCD, SOURCE, DESTINATION),
                quoted.header());
        assertEquals(4, quoted.ipVersion());
        assertEquals(SOURCE, quoted.source());
        assertEquals(DESTINATION, quoted.destination());
        assertEquals(1, quoted.ttl());
        assertEquals(1500L, quoted.totalLength());
        assertEquals(0x1234, quoted.identification());
        assertEquals(0, quoted.fragmentOffset());
        assertEquals(17, quoted.protocol());
    }

    @Test
    void udpHasPortsLengthAndChecksumInItsEightBytes() {
        QuotedDatagram quoted = quote4(header(17), "8235 829b 05c8 beef");
        assertEquals(new QuotedTransport.Udp(33333, 33435, 1480, 0xBEEF), quoted.transport());
        assertEquals(33333, quoted.sourcePort());
        assertEquals(33435, quoted.destinationPort());
        assertNull(quoted.icmpType());
    }

    @Test
    void tcpHasPortsAndSequenceNumberInItsEightBytes() {
        QuotedDatagram quoted = quote4(header(6), "c000 01bb fffffffe");
        assertEquals(new QuotedTransport.Tcp(49152, 443, 0xFFFF_FFFEL), quoted.transport());
    }

    @Test
    void sctpHasPortsAndVerificationTag() {
        assertEquals(
                new QuotedTransport.Sctp(5060, 5061, 0xDEADBEEFL),
                quote4(header(132), "13c4 13c5 deadbeef").transport());
    }

    @Test
    void dccpHasPorts() {
        assertEquals(
                new QuotedTransport.Dccp(5001, 5002),
                quote4(header(33), "1389 138a 05000000").transport());
    }

    @Test
    void udpLiteHasItsChecksumCoverageWhereUdpHasItsLength() {
        assertEquals(
                new QuotedTransport.Udp(1, 2, 8, 0x1234),
                quote4(header(136), "0001 0002 0008 1234").transport());
    }

    @Test
    void greNamesTheProtocolThatItCarries() {
        assertEquals(
                new QuotedTransport.Gre(0x86DD),
                quote4(header(47), "2000 86dd 00000001").transport());
    }

    @Test
    void espHasASecurityParametersIndexAndNoPorts() {
        QuotedDatagram quoted = quote4(header(50), "fedcba98 00000001");
        assertEquals(0xFEDCBA98L, quoted.securityParametersIndex());
        assertNull(quoted.transport());
        assertEquals(50, quoted.protocol());
    }

    @Test
    void behindAnAuthenticationHeaderStandsTheTransport() {
        QuotedDatagram quoted =
                quote4(header(51), "06 04 0000 00001001 00000001", "aabbccddeeff001122334455", "c000 0050 00000007");
        assertEquals(0x1001L, quoted.securityParametersIndex());
        assertEquals(6, quoted.protocol());
        assertEquals(new QuotedTransport.Tcp(49152, 80, 7L), quoted.transport());
    }

    @Test
    void eightBytesOfAnAuthenticationHeaderSayWhatItProtects() {
        QuotedDatagram quoted = quote4(header(51), "06 04 0000 00001001");
        assertEquals(0x1001L, quoted.securityParametersIndex());
        assertEquals(6, quoted.protocol());
        assertNull(quoted.transport());
    }

    @Test
    void anEchoHasIdentifierAndSequenceNumber() {
        QuotedDatagram quoted = quote4(header(1), "0800 0000 0102 0304");
        assertEquals(8, quoted.icmpType());
        assertEquals(0, quoted.icmpCode());
        assertEquals(0x0102, quoted.icmpIdentifier());
        assertEquals(0x0304, quoted.icmpSequenceNumber());
        assertNull(quoted.nested());
    }

    @Test
    void theSequenceNumberOfAQuotedExtendedEchoHasEightBits() {
        QuotedDatagram quoted = quote4(header(1), "2a00 0000 0102 0301");
        assertEquals(0x0102, quoted.icmpIdentifier());
        assertEquals(3, quoted.icmpSequenceNumber());
    }

    @Test
    void thePortsStandBehindTheOptions() {
        // header length 6 words: a router alert option, RFC 2113
        QuotedDatagram quoted = quote4("46000024 00000000 40110000 c0000201 c6336407 94040000", "8235 829b 0010 0000");
        assertEquals(33435, quoted.destinationPort());
    }

    @Test
    void aHeaderLengthBelowTwentyIsAProblemAndGivesNoTransport() {
        Said said =
                Said.by4("0b00 0000 0000 0000", "44 00 05dc 1234 4000 01 11 abcd c0000201 c6336407 8235829b05c8beef");
        QuotedDatagram quoted = quoteOf(said);
        assertEquals(DESTINATION, quoted.destination());
        assertNull(quoted.transport());
        assertEquals("quote", said.problems().get(0).layer());
        assertEquals(Said.FRAME_BYTES_BEFORE + 8, said.problems().get(0).byteOffset());
    }

    @ParameterizedTest
    @CsvSource({"4000, true, false, 0", "2000, false, true, 0", "0000, false, false, 0", "20b9, false, true, 1480"})
    void flagsAndFragmentOffsetStandInOneField(String field, boolean dontFragment, boolean more, int offset) {
        QuotedDatagram quoted = quote4("45 00 05dc 1234", field, "01 11 abcd c0000201 c6336407", "8235 829b 05c8 beef");
        assertEquals(dontFragment, quoted.header().dontFragment());
        assertEquals(more, quoted.header().moreFragments());
        assertEquals(offset, quoted.fragmentOffset());
        assertEquals(offset == 0, quoted.transport() != null);
    }

    /** Trap 38: and no deeper. */
    @Test
    void aQuotedErrorIsReadOneLevelDeep() {
        String unreachable = "0303 0000 00000000";
        QuotedDatagram quoted = quote4(header(1), unreachable, header(1), unreachable, header(17), "8235 829b");
        assertEquals(3, quoted.icmpType());
        assertNull(quoted.icmpIdentifier());
        QuotedDatagram nested = quoted.nested();
        assertNotNull(nested);
        assertEquals(quoted.quotedBytes() - 28, nested.quotedBytes());
        assertEquals(3, nested.icmpType());
        assertEquals(DESTINATION, nested.destination());
        assertNull(nested.nested());
    }

    @ParameterizedTest
    @CsvSource({"3", "4", "5", "11", "12", "31", "40"})
    void everyTypeThatQuotesIsReadAsAnErrorInAQuote(int type) {
        QuotedDatagram quoted =
                quote4(header(1), "%02x00 0000 00000000".formatted(type), header(17), "8235 829b 05c8 beef");
        assertEquals(33435, quoted.nested().destinationPort());
    }

    @Test
    void anIpv6PacketInAnIpv4ErrorIsAcceptedByItsVersion() {
        QuotedDatagram quoted = quote4(
                "60000000 0008 11 40",
                "20010db8000000000000000000000001",
                "20010db8000000000000000000000002",
                "8235 829b 0008 0000");
        assertEquals(6, quoted.ipVersion());
        assertEquals(33435, quoted.destinationPort());
    }

    @Test
    void whatIsNoIpIsAProblemAndItsBytesAreCounted() {
        Said said = Said.by4("0b00 0000 0000 0000", "75 00 05dc");
        QuotedDatagram quoted = quoteOf(said);
        assertEquals(new QuotedDatagram(4, null, null, null, null), quoted);
        assertNull(quoted.ipVersion());
        assertNull(quoted.destination());
        assertNull(quoted.protocol());
        assertEquals(1, said.problems().size());
    }

    @Test
    void aQuoteOfNothingIsNoProblem() {
        Said said = Said.by4("0b00 0000 0000 0000");
        assertEquals(new QuotedDatagram(0, null, null, null, null), quoteOf(said));
        assertTrue(said.problems().isEmpty());
    }

    static IntStream everyLength() {
        return IntStream.rangeClosed(0, 28);
    }

    /** Header fields end at 1, 2, 4, 6, 8, 9, 10, 12, 16 and 20 bytes, those of UDP at 22, 24, 26 and 28. */
    @ParameterizedTest
    @MethodSource("everyLength")
    void aQuoteCutAnywhereHasTheFieldsBeforeTheCut(int length) {
        byte[] whole = Said.bytes("0b00 0000 0000 0000", header(17), "8235 829b 05c8 beef");
        Said said = Said.by(4, Arrays.copyOf(whole, 8 + length));
        QuotedDatagram quoted = quoteOf(said);
        assertEquals(length, quoted.quotedBytes());
        assertEquals(length >= 1 ? 4 : null, quoted.ipVersion());
        assertEquals(length >= 4 ? 1500L : null, quoted.totalLength());
        assertEquals(length >= 6 ? 0x1234 : null, quoted.identification());
        assertEquals(length >= 8 ? 0 : null, quoted.fragmentOffset());
        assertEquals(length >= 9 ? 1 : null, quoted.ttl());
        assertEquals(length >= 10 ? 17 : null, quoted.protocol());
        assertEquals(length >= 16 ? SOURCE : null, quoted.source());
        assertEquals(length >= 20 ? DESTINATION : null, quoted.destination());
        assertEquals(length >= 22 ? 33333 : null, quoted.sourcePort());
        assertEquals(length >= 24 ? 33435 : null, quoted.destinationPort());
        if (length > 0) {
            assertEquals(length >= 2 ? 0xB8 : null, quoted.header().trafficClass());
            assertEquals(length >= 8 ? true : null, quoted.header().dontFragment());
            assertEquals(length >= 12 ? 0xABCD : null, quoted.header().checksum());
        }
        if (quoted.transport() instanceof QuotedTransport.Udp udp) {
            assertEquals(length >= 26 ? 1480 : null, udp.length());
            assertEquals(length >= 28 ? 0xBEEF : null, udp.checksum());
        }
        assertEquals(length > 20, quoted.transport() != null);
        assertTrue(said.problems().isEmpty(), () -> "a cut quote is normal: " + said.problems());
    }
}
