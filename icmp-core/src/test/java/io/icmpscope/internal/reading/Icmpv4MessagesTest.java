package io.icmpscope.internal.reading;

import static io.icmpscope.internal.reading.Said.by4;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.AddressMask;
import io.icmpscope.message.ConversionError;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.DomainNameRequest;
import io.icmpscope.message.Echo;
import io.icmpscope.message.ExperimentalMobility;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.InformationQuery;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.Redirect;
import io.icmpscope.message.RouterSolicitationV4;
import io.icmpscope.message.SecurityFailure;
import io.icmpscope.message.SourceQuench;
import io.icmpscope.message.Timestamp;
import io.icmpscope.message.TracerouteReport;
import io.icmpscope.message.UnknownMessage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each message of ICMPv4 as its RFC draws it. */
class Icmpv4MessagesTest {

    /** 192.0.2.1 to 198.51.100.7, UDP ports 33333 and 33435. */
    private static final String QUOTE = "4500001c00000000401100 00c0000201c6336407 8235829b00080000";

    private static IcmpMessage read(String... hex) {
        Said said = by4(hex);
        assertEquals(List.of(), said.problems());
        return said.message();
    }

    private static void assertQuote(QuotedDatagram quoted) {
        assertEquals(28, quoted.quotedBytes());
        assertEquals(IpAddress.v4(0xC6336407), quoted.destination());
        assertEquals(33435, quoted.destinationPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "08"})
    void echo(String type) {
        assertEquals(new Echo(0x1234, 0xFFFE, 3), read(type, "00 0000 1234 fffe 616263"));
    }

    @Test
    void destinationUnreachable() {
        DestinationUnreachable said = (DestinationUnreachable) read("03 03 0000 0000 ffff", QUOTE);
        assertEquals(null, said.nextHopMtu());
        assertEquals(null, said.extensions());
        assertQuote(said.quoted());
    }

    @Test
    void sourceQuench() {
        assertQuote(((SourceQuench) read("04 00 0000 00000000", QUOTE)).quoted());
    }

    /** Trap 11: the gateway stands in the header, the destination in the quote. */
    @Test
    void redirect() {
        Redirect said = (Redirect) read("05 01 0000 c00002fe", QUOTE);
        assertEquals(IpAddress.v4(0xC00002FE), said.gateway());
        assertQuote(said.quoted());
    }

    @Test
    void routerSolicitation() {
        assertEquals(new RouterSolicitationV4(), read("0a 00 0000 00000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0d", "0e"})
    void timestamp(String type) {
        assertEquals(
                new Timestamp(0x1234, 1, 43_200_000L, 0x8000_0001L, 0xFFFF_FFFFL),
                read(type, "00 0000 1234 0001 02932e00 80000001 ffffffff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0f", "10"})
    void information(String type) {
        assertEquals(new InformationQuery(0x1234, 0xFFFF), read(type, "00 0000 1234 ffff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "12"})
    void addressMask(String type) {
        assertEquals(new AddressMask(0x1234, 2, IpAddress.v4(0xFFFFFF00)), read(type, "00 0000 1234 0002 ffffff00"));
    }

    @ParameterizedTest
    @CsvSource({"ffffffff, 32", "ffffff00, 24", "fffffe00, 23", "80000000, 1", "00000000, 0", "ff00ff00,", "00000001,"})
    void aMaskIsAPrefixLengthWhenItsOnesAreContiguous(String mask, Integer length) {
        AddressMask said = (AddressMask) read("1200 0000 0000 0000", mask);
        assertEquals(length, said.prefixLength());
    }

    @Test
    void traceroute() {
        assertEquals(
                new TracerouteReport(0x1234, 5, 7, 0xFFFF_FFFFL, 1500),
                read("1e 00 0000 1234 0000 0005 0007 ffffffff 000005dc"));
    }

    @Test
    void hopsOfATracerouteAreNotApplicableWhenAllBitsAreSet() {
        assertEquals(
                new TracerouteReport(0x1234, null, null, 125_000, 1006),
                read("1e 01 0000 1234 0000 ffff ffff 0001e848 000003ee"));
    }

    @Test
    void conversionError() {
        ConversionError said = (ConversionError) read("1f 01 0000 00000014", QUOTE);
        assertEquals(20, said.pointer());
        assertQuote(said.quoted());
    }

    @Test
    void aConversionErrorMayQuoteAnIpOfItsOwn() {
        assertEquals(
                null,
                ((ConversionError) read("1f 01 0000 00000014 70000000"))
                        .quoted()
                        .header());
    }

    @Test
    void domainNameRequest() {
        assertEquals(new DomainNameRequest(0x1234, 3), read("25 00 0000 1234 0003"));
    }

    @Test
    void securityFailure() {
        SecurityFailure said = (SecurityFailure) read("28 04 0000 0000 0014", QUOTE);
        assertEquals(20, said.pointer());
        assertQuote(said.quoted());
    }

    @Test
    void experimentalMobility() {
        assertEquals(new ExperimentalMobility(1, 4), read("29 00 0000 01 000000 8a010000"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 7, 19, 32, 33, 34, 35, 36, 39, 44, 253, 255})
    void aTypeWithoutAPublishedFormatIsKeptAsUnknown(int type) {
        assertEquals(new UnknownMessage(6), read("%02x000000 010203040506".formatted(type)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8", "3, 8", "4, 8", "5, 8", "8, 8", "9, 8", "10, 8", "11, 8", "12, 8", "13, 20", "14, 20", "15, 8", "16, 8",
        "17, 12", "18, 12", "30, 20", "31, 8", "37, 8", "38, 12", "40, 8", "41, 8", "42, 8", "43, 8"
    })
    void aMessageShorterThanItsFieldsIsUnknownAndSaysWhatItNeeds(int type, int needed) {
        byte[] enough = new byte[needed];
        enough[0] = (byte) type;
        for (int length = 1; length < needed; length++) {
            Said said = Said.by(4, Arrays.copyOf(enough, length));
            assertEquals(new UnknownMessage(Math.max(0, length - 4)), said.message());
            assertEquals(1, said.problems().size());
            assertEquals(needed, said.problems().get(0).needed());
            assertEquals(length, said.problems().get(0).had());
        }
        assertEquals(false, Said.by(4, enough).message() instanceof UnknownMessage);
    }
}
