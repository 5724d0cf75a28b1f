package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.zeros;
import static io.icmpscope.internal.packet.Decoded.ECHO;
import static io.icmpscope.internal.packet.Decoded.ECHO6;
import static io.icmpscope.internal.packet.Decoded.ETHERNET;
import static io.icmpscope.internal.packet.Decoded.IPV4;
import static io.icmpscope.internal.packet.Decoded.PING4;
import static io.icmpscope.internal.packet.Decoded.RAW;
import static io.icmpscope.internal.packet.Decoded.ethernet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.message.Echo;
import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ICMP over IPv4: RFC 791, 792, 4302. */
class Ipv4PacketsTest {

    private static final String ENDS = "c0000201 c0000202";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void optionsAreGonePast(int words) throws IOException {
        String start = String.format("4%x 00 %04x 0001 0000 40 01 0000", 5 + words, 28 + 4 * words);
        PacketEntry packet =
                Decoded.ip(start, ENDS, "94040000".repeat(words), ECHO).only(); // router alert
        assertEquals(new Echo(0x1234, 1, 0), packet.message());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
    }

    /** Trap 5. */
    @Test
    void paddingIsNoPartOfTheMessage() throws IOException {
        byte[] frame = ethernet("0800", join(PING4, hex("ff".repeat(18)))); // Ethernet's least: 60 bytes
        PacketEntry packet = Decoded.frames(ETHERNET, frame).only();
        assertEquals(60, packet.capturedBytes());
        assertEquals(new Echo(0x1234, 1, 0), packet.message());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
    }

    /** Trap 3. */
    @Test
    void withATotalLengthOfZeroAWrongChecksumMayBeOfPadding() throws IOException {
        PacketEntry packet = Decoded.ip("45 00 0000 0001 0000 40 01 0000", ENDS, ECHO, "6162")
                .only();
        assertEquals(new Echo(0x1234, 1, 2), packet.message());
        assertEquals(ChecksumStatus.UNVERIFIED, packet.checksumStatus());
    }

    @Test
    void aTotalLengthBeyondTheFrameIsBoundedByWhatWasCaptured() throws IOException {
        PacketEntry packet =
                Decoded.ip("45 00 ffff 0001 0000 40 01 0000", ENDS, ECHO).only();
        assertEquals(new Echo(0x1234, 1, 0), packet.message());
        assertEquals(ChecksumStatus.UNVERIFIED, packet.checksumStatus());
    }

    @Test
    void theFrameCheckSequenceIsNoPartOfTheMessageEvenWithoutATotalLength() throws IOException {
        byte[] frame = ethernet("0800", hex("45 00 0000 0001 0000 40 01 0000", ENDS, ECHO, "deadbeef"));
        Pcap capture = Pcap.bigEndian().network(0x2400_0001).record(1, 0, frame);
        assertEquals(new Echo(0x1234, 1, 0), Decoded.capture(capture).only().message());
    }

    @Test
    void aMessageOfNoBytesIsNone() throws IOException {
        assertTrue(Decoded.ip("45 00 0014 0001 0000 40 01 0000", ENDS).isEmpty());
        assertTrue(Decoded.ip("45 00 0014 0001 0000 40 01 0000", ENDS, ECHO).isEmpty(), "the rest is padding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40 00 001c",
                "41 00 001c",
                "44 00 001c", // header of less than 20 bytes
                "4f 00 001c", // header longer than the datagram
                "45 00 0001",
                "45 00 0013", // datagram shorter than its header
                "55 00 001c",
                "05 00 001c", // another version
            })
    void aHeaderThatCannotBeIsNoMessageAndNoException(String start) throws IOException {
        assertTrue(Decoded.ip(start, "0001 0000 40 01 0000", ENDS, ECHO).isEmpty());
    }

    @Test
    void theAuthenticationHeaderIsGonePast() throws IOException {
        String header = "01 04 0000 00000100 00000001 000102030405060708090a0b"; // (4 + 2) * 4 bytes
        PacketEntry packet = Decoded.ip("45 00 0034 0001 0000 40 33 0000", ENDS, header, ECHO)
                .only();
        assertEquals(List.of("raw", "ipv4", "ah"), packet.path());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
    }

    @Test
    void icmpv6InIpv4IsIcmpv6WithAChecksumThatCannotBeTold() throws IOException {
        PacketEntry packet =
                Decoded.ip("45 00 001c 0001 0000 40 3a 0000", ENDS, ECHO6).only();
        assertEquals(6, packet.icmpVersion());
        assertEquals(4, packet.ipVersion());
        assertEquals(ChecksumStatus.UNVERIFIED, packet.checksumStatus());
    }

    @ParameterizedTest
    @CsvSource({
        "0800 e5ca 1234 0001, GOOD",
        "0800 e5cb 1234 0001, BAD",
        "0800 0000 1234 0001, BAD", // zero has no meaning of its own in ICMP
        "0800 84ca 1234 0001 61, GOOD", // an odd last byte counts as the upper half of a word
        "0800 8469 1234 0001 61, BAD", // not as the lower half
        "0800 ffff f7ff 0000, GOOD", // the sum without it is 0xFFFF: zero, as ones
        "0d00 f2ff, GOOD", // nothing but the header
    })
    void theChecksumCoversTheWholeMessage(String message, ChecksumStatus status) throws IOException {
        String total = String.format("%04x", 20 + hex(message).length);
        PacketEntry packet = Decoded.ip("45 00", total, "0001 0000 40 01 0000", ENDS, message)
                .only();
        assertEquals(status, packet.checksumStatus());
        assertEquals(Integer.parseInt(message.substring(5, 9), 16), packet.checksum());
    }

    /** Trap 3. */
    @Test
    void aMessageThatWasCutByTheCaptureHasNoVerdictOnItsChecksum() throws IOException {
        byte[] whole = join(hex("45 00 0080 0001 0000 40 01 0000", ENDS, ECHO), zeros(100));
        for (int length = 21; length < whole.length; length++) {
            Pcap capture = Pcap.bigEndian().network(RAW).record(1, 0, length, whole.length, cut(whole, length));
            PacketEntry packet = Decoded.capture(capture).only();
            assertEquals(ChecksumStatus.UNVERIFIED, packet.checksumStatus());
            assertEquals(length < 22, packet.icmpCode() == null);
            assertEquals(length < 24, packet.checksum() == null);
            assertEquals(length >= 28, packet.message() instanceof Echo);
        }
    }

    @ParameterizedTest
    @CsvSource({"6", "17", "2", "50", "132", "255"})
    void otherProtocolsAreNoMessages(int protocol) throws IOException {
        String start = String.format("45 00 001c 0001 0000 40 %02x 0000", protocol);
        assertTrue(Decoded.ip(start, ENDS, ECHO).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000", "8000", "c000"}) // don't fragment, reserved, both
    void otherFlagsMakeNoFragment(String flags) throws IOException {
        assertEquals(
                1,
                Decoded.ip(IPV4.replace("0001 0000", "0001" + flags), ECHO)
                        .packets()
                        .size());
    }
}
