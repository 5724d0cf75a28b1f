package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.packet.Decoded.ADDRESSES;
import static io.icmpscope.internal.packet.Decoded.ECHO;
import static io.icmpscope.internal.packet.Decoded.ECHO6;
import static io.icmpscope.internal.packet.Decoded.ETHERNET;
import static io.icmpscope.internal.packet.Decoded.PING6;
import static io.icmpscope.internal.packet.Decoded.ethernet;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.message.Echo;
import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ICMPv6 over IPv6 and its extension headers: RFC 8200, 4302, 4443. */
class Ipv6PacketsTest {

    private static final String NINTH = "20010db8000000000000000000000009";

    /** An echo request whose checksum is for {@link #NINTH} as the destination. */
    private static final String ECHO_TO_NINTH = "80 00 120c 1234 0001";

    @ParameterizedTest
    @CsvSource({
        "00, 3a 00 050200000100, hop-by-hop", // router alert
        "3c, 3a 00 010400000000, destination-options",
        "3c, 3a 01 010c000000000000000000000000, destination-options", // 16 bytes
        "2b, 3a 00 00 00 00000000, routing", // no segment left
        "87, 3a 00 0000 00000000, mobility",
        "8b, 3a 00 0000 00000000, hip",
        "8c, 3a 00 0000 00000000, shim6",
        "33, 3a 04 0000 00000100 00000001 000102030405060708090a0b, ah",
        "33, 3a 00 0000 00000100, ah", // no sequence number: still of the least length
        "00, 3c 00 050200000100 2b 00 010400000000 33 00 00 00 00000000 3a 01 0000 00000100 00000001,"
                + " hop-by-hop/destination-options/routing/ah",
    })
    void extensionHeadersAreGonePast(String first, String headers, String path) throws IOException {
        PacketEntry packet = ip6(first, headers, ECHO6).only();
        assertEquals("raw/ipv6/" + path, String.join("/", packet.path()));
        assertEquals(new Echo(0x1234, 1, 0), packet.message());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
    }

    @ParameterizedTest
    @CsvSource({
        "00, 3a 02 0000 00000000", // 24 bytes declared, 16 there
        "33, 3a ff 0000 00000000",
        "2b, 3a 10 00 01 00000000",
        "3b, 3a 00 0000 00000000", // no next header
        "32, 3a 00 0000 00000000", // ESP
    })
    void aChainThatLeadsNowhereIsNoMessage(String first, String headers) throws IOException {
        assertTrue(ip6(first, headers, ECHO6).isEmpty());
    }

    /** Trap 4. */
    @ParameterizedTest
    @CsvSource({
        "00, GOOD, 3a 02 00 01 00000000", // RFC 5095: the last address
        "02, GOOD, 3a 02 02 01 00000000", // RFC 6275
        "04, GOOD, 3a 02 04 01 00 00 0000", // RFC 8754: the first of the list
        "00, BAD, 3a 02 00 00 00000000", // no segment left: the destination is final
    })
    void theChecksumIsForTheFinalDestination(String type, ChecksumStatus status, String routing) throws IOException {
        PacketEntry packet = ip6("2b", routing + NINTH, ECHO_TO_NINTH).only();
        assertEquals(status, packet.checksumStatus(), "routing type " + type);
        assertEquals("2001:db8::2", packet.destination().toString(), "the address of the IP header all the same");
    }

    @Test
    void ofSeveralAddressesTheLastIsFinalInType0AndTheFirstInType4() throws IOException {
        String other = "20010db8000000000000000000000003";
        PacketEntry type0 =
                ip6("2b", "3a 04 00 02 00000000" + other + NINTH, ECHO_TO_NINTH).only();
        assertEquals(ChecksumStatus.GOOD, type0.checksumStatus());
        PacketEntry type4 = ip6("2b", "3a 04 04 01 01 00 0000" + NINTH + other, ECHO_TO_NINTH)
                .only();
        assertEquals(ChecksumStatus.GOOD, type4.checksumStatus());
    }

    /** Trap 4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3a 01 03 01 f8 00 0000 0000000000000009", // RFC 6554: eight bytes are the destination's
                "3a 01 03 01 ff 70 0000 09 00000000000000", // fifteen are, and seven are padding
                "3a 01 03 02 fd 40 0000 03 000009 00000000", // thirteen of the last address, fifteen of the one before
                "3a 02 03 01 f0 00 0000 20010db8000000000000000000000009", // none
            })
    void aRouteOfRplLeavesOutOfTheFinalDestinationWhatItSharesWithTheOther(String routing) throws IOException {
        assertEquals(
                ChecksumStatus.GOOD, ip6("2b", routing, ECHO_TO_NINTH).only().checksumStatus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"80 00 1213 1234 0001", "80 00 1212 1234 0001"})
    void theChecksumCoversThePseudoHeader(String message) throws IOException {
        PacketEntry packet = ip6("3a", "", message).only();
        assertEquals(message.equals(ECHO6) ? ChecksumStatus.GOOD : ChecksumStatus.BAD, packet.checksumStatus());
    }

    @Test
    void paddingIsNoPartOfTheMessage() throws IOException {
        PacketEntry packet = Decoded.frames(ETHERNET, ethernet("86dd", join(PING6, hex("ffff"))))
                .only();
        assertEquals(new Echo(0x1234, 1, 0), packet.message());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
    }

    @Test
    void withAPayloadLengthOfZeroAWrongChecksumMayBeOfPadding() throws IOException {
        PacketEntry packet = Decoded.ip("60000000 0000 3a 40", ADDRESSES, ECHO6).only();
        assertEquals(new Echo(0x1234, 1, 0), packet.message());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
        PacketEntry padded =
                Decoded.ip("60000000 0000 3a 40", ADDRESSES, ECHO6, "0001").only();
        assertEquals(ChecksumStatus.UNVERIFIED, padded.checksumStatus());
    }

    /** RFC 2675: the length that the option gives is not looked at; nothing on an Ethernet is that long. */
    @Test
    void theFrameIsTheLengthOfAJumbogram() throws IOException {
        PacketEntry packet = Decoded.ip("60000000 0000 00 40", ADDRESSES, "3a 00 c204 00010008", ECHO6)
                .only();
        assertEquals(new Echo(0x1234, 1, 0), packet.message());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
    }

    @Test
    void aPayloadLengthBeyondTheFrameIsBoundedByWhatWasCaptured() throws IOException {
        PacketEntry packet = Decoded.ip("60000000 ffff 3a 40", ADDRESSES, ECHO6).only();
        assertEquals(new Echo(0x1234, 1, 0), packet.message());
        assertEquals(ChecksumStatus.UNVERIFIED, packet.checksumStatus());
    }

    @Test
    void icmpv4InIpv6IsIcmpv4() throws IOException {
        PacketEntry packet = ip6("01", "", ECHO).only();
        assertEquals(4, packet.icmpVersion());
        assertEquals(6, packet.ipVersion());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus(), "without a pseudo-header");
    }

    @Test
    void thousandsOfHeadersAreGivenUpOn() {
        byte[] chain = hex("3c 00 000000000000".repeat(8000));
        chain[chain.length - 8] = 0x3a;
        byte[] packet = join(hex("60000000 0000 3c 40", ADDRESSES), chain, hex(ECHO6));
        Pcap capture = Pcap.bigEndian().network(101);
        for (int i = 0; i < 500; i++) {
            capture.record(i, 0, packet);
        }
        Decoded decoded = assertTimeoutPreemptively(ofSeconds(20), () -> Decoded.capture(capture));
        assertTrue(decoded.isEmpty());
    }

    @Test
    void asManyHeadersAsARealNetworkStacksUpAreNot() throws IOException {
        PacketEntry packet = ip6("3c", "3c 00 000000000000".repeat(29) + "3a 00 000000000000", ECHO6)
                .only();
        assertEquals(32, packet.path().size());
    }

    /** An IPv6 packet with what its header says first, extension headers and a message. */
    private static Decoded ip6(String next, String headers, String message) throws IOException {
        String length = String.format("%04x", hex(headers, message).length);
        return Decoded.ip("60000000", length, next, "40", ADDRESSES, headers, message);
    }
}
