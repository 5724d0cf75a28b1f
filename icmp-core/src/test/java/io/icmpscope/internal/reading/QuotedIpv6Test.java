package io.icmpscope.internal.reading;

import static io.icmpscope.internal.reading.Said.quote6;
import static io.icmpscope.internal.reading.Said.quoteOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes of IPv6 packets, laid out as in RFC 8200 sections 3 and 4. */
class QuotedIpv6Test {

    private static final IpAddress SOURCE = IpAddress.v6(0x20010DB8_00000000L, 1);
    private static final IpAddress DESTINATION = IpAddress.v6(0x20010DB8_00000000L, 2);

    private static final String UDP = "8235 829b 0020 beef";

    /** Traffic class 0xb8, flow label 0x12345, payload 1232 bytes, hop limit 1; the next header is put in. */
    private static String header(int next) {
        return "6b812345 04d0 %02x 01 20010db8000000000000000000000001 20010db8000000000000000000000002"
                .formatted(next);
    }

    @Test
    void everyFieldOfTheHeaderIsKeptAsQuoted() {
        QuotedDatagram quoted = quote6(header(17), UDP);
        assertEquals(48, quoted.quotedBytes());
        assertEquals(
                new QuotedHeader(6, 0xB8, 0x12345, 1272L, null, null, null, null, 1, 17, null, SOURCE, DESTINATION),
                quoted.header());
        assertEquals(new QuotedTransport.Udp(33333, 33435, 32, 0xBEEF), quoted.transport());
    }

    @Test
    void thePortsStandBehindTheWholeChainOfExtensionHeaders() {
        QuotedDatagram quoted = quote6(
                header(0),
                "2b 00 05020000 0100", // hop-by-hop: a router alert; 8 bytes
                "3c 02 04 00 00000000 20010db8000000000000000000000003", // routing: (2 + 1) * 8 bytes
                "2c 01 010c 000000000000000000000000", // destination options: 16 bytes
                "33 00 0001 00000007", // first fragment
                "11 04 0000 00001001 00000001 aabbccddeeff001122334455", // authentication: (4 + 2) * 4 bytes
                UDP);
        assertEquals(17, quoted.protocol());
        assertEquals(33435, quoted.destinationPort());
        assertEquals(0, quoted.fragmentOffset());
        assertEquals(true, quoted.header().moreFragments());
        assertEquals(0x1001L, quoted.securityParametersIndex());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 43, 60, 135, 139, 140, 253, 254})
    void headersOfTheUsualFormCountTheirLengthInEightBytesLessOne(int header) {
        assertEquals(
                33435,
                quote6(header(header), "11 01 0000 00000000 0000000000000000", UDP)
                        .destinationPort());
    }

    @Test
    void behindNoNextHeaderNothingIsRead() {
        QuotedDatagram quoted = quote6(header(59), UDP);
        assertEquals(59, quoted.protocol());
        assertNull(quoted.transport());
    }

    @Test
    void anEchoOfIcmpv6HasIdentifierAndSequenceNumber() {
        QuotedDatagram quoted = quote6(header(58), "8000 0000 0102 0304");
        assertEquals(128, quoted.icmpType());
        assertEquals(0x0102, quoted.icmpIdentifier());
        assertEquals(0x0304, quoted.icmpSequenceNumber());
        assertNull(quoted.nested());
    }

    @Test
    void theSequenceNumberOfAQuotedExtendedEchoHasEightBits() {
        assertEquals(3, quote6(header(58), "a000 0000 0102 0301").icmpSequenceNumber());
    }

    @Test
    void aQuotedErrorIsReadOneLevelDeepWhateverItsTypeBelow128() {
        QuotedDatagram quoted = quote6(header(58), "6400 0000 00000000", header(17), UDP);
        assertEquals(100, quoted.icmpType());
        assertEquals(33435, quoted.nested().destinationPort());
        assertNull(quoted.nested().nested());
    }

    @Test
    void aQuotedErrorWithoutAQuoteOfItsOwnHasNoneNested() {
        assertNull(quote6(header(58), "0100 0000 00000000").nested());
    }

    @Test
    void aChainOfEndlessHeadersIsGivenUp() {
        QuotedDatagram quoted = quote6(header(60), "3c00000000000000".repeat(100));
        assertNull(quoted.protocol());
        assertNull(quoted.transport());
    }

    @Test
    void anExtensionHeaderLongerThanTheQuoteHidesTheTransportButNotItsName() {
        QuotedDatagram quoted = quote6(header(0), "06 ff 0000 00000000");
        assertEquals(6, quoted.protocol());
        assertNull(quoted.transport());
    }

    static IntStream everyLength() {
        return IntStream.rangeClosed(0, 56);
    }

    /** Behind the fixed header eight bytes of hop-by-hop options, which name UDP in their first byte. */
    @ParameterizedTest
    @MethodSource("everyLength")
    void aQuoteCutAnywhereHasTheFieldsBeforeTheCut(int length) {
        byte[] whole = Said.bytes("0300 0000 0000 0000", header(0), "1100050200000100", UDP);
        Said said = Said.by(6, Arrays.copyOf(whole, 8 + length));
        QuotedDatagram quoted = quoteOf(said);
        assertEquals(length, quoted.quotedBytes());
        assertEquals(length >= 1 ? 6 : null, quoted.ipVersion());
        assertEquals(length >= 6 ? 1272L : null, quoted.totalLength());
        assertEquals(length >= 8 ? 1 : null, quoted.ttl());
        assertEquals(length >= 24 ? SOURCE : null, quoted.source());
        assertEquals(length >= 40 ? DESTINATION : null, quoted.destination());
        assertEquals(length >= 42 ? 17 : null, quoted.protocol(), "needs next header and length");
        assertEquals(length >= 50 ? 33333 : null, quoted.sourcePort());
        assertEquals(length >= 52 ? 33435 : null, quoted.destinationPort());
        if (length > 0) {
            assertEquals(length >= 2 ? 0xB8 : null, quoted.header().trafficClass());
            assertEquals(length >= 4 ? 0x12345 : null, quoted.header().flowLabel());
        }
        assertTrue(said.problems().isEmpty(), () -> "a cut quote is normal: " + said.problems());
    }
}
