package io.icmpscope.internal.wire;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers of messages and segments, and what link layers say besides what follows. */
class MessageHeadersTest {

    private static List<Integer> types(int icmpVersion, BiPredicate<Integer, Integer> kind) {
        return IntStream.range(0, 256)
                .filter(type -> kind.test(icmpVersion, type))
                .boxed()
                .toList();
    }

    /** IANA's "ICMP Type Numbers" and "ICMPv6 Type Numbers". */
    @Test
    void echoesAndOtherQueriesAreThoseOfTheRegistries() {
        assertEquals(List.of(0, 8), types(4, Icmp::isEcho));
        assertEquals(List.of(128, 129), types(6, Icmp::isEcho));
        assertEquals(List.of(42, 43), types(4, Icmp::isExtendedEcho)); // RFC 8335
        assertEquals(List.of(160, 161), types(6, Icmp::isExtendedEcho));
        assertEquals(
                List.of(0, 8, 13, 14, 15, 16, 17, 18, 37, 38, 42, 43), // RFC 792, RFC 950, RFC 1788, RFC 8335
                types(4, Icmp::isQuery));
        assertEquals(List.of(128, 129, 160, 161), types(6, Icmp::isQuery));
    }

    @Test
    void repliesAndErrorsAreThoseOfTheRegistries() {
        assertEquals(List.of(0, 14, 16, 18, 38, 43), types(4, Icmp::isReply));
        assertEquals(List.of(129, 140, 145, 147, 161), types(6, Icmp::isReply)); // RFC 4620, RFC 6275
        assertEquals(List.of(3, 4, 5, 11, 12, 31, 40), types(4, Icmp::isError)); // RFC 1475, RFC 2521
        assertEquals(IntStream.range(0, 128).boxed().toList(), types(6, Icmp::isError));
    }

    /** RFC 792: type, code, checksum, identifier, sequence number. */
    @Test
    void theFieldsOfAMessageStandWhereRfc792PutsThem() {
        ByteBuffer bytes = ByteBuffer.wrap(hex("a5 fe fd fcfb fa12 f934"));
        assertEquals(0xFE, Icmp.type(bytes, 1));
        assertEquals(0xFD, Icmp.code(bytes, 1));
        assertEquals(0xFCFB, Icmp.checksum(bytes, 1));
        long head = bytes.getLong(1);
        assertEquals(0xFD, Icmp.codeOf(head));
        assertEquals(0xFA12, Icmp.identifierOf(head));
        assertEquals(0xF934, Icmp.sequenceNumberOf(head));
    }

    /** RFC 9293 section 3.1: CWR, ECE, URG, ACK, PSH, RST, SYN, FIN. */
    @ParameterizedTest
    @CsvSource({
        "02, true, false", // SYN
        "c2, true, false", // with ECN, RFC 3168
        "12, false, true", // SYN, ACK
        "14, false, true", // RST, ACK
        "04, false, true", // RST
        "06, false, true",
        "10, false, false", // ACK
        "18, false, false",
        "00, false, false",
    })
    void onlySynAsksForAConnectionAndRstOrSynWithAckAnswers(String flags, boolean asks, boolean answers) {
        ByteBuffer segment = ByteBuffer.wrap(hex("a5 0050 c000 00000001 fedcba98 50", flags));
        assertEquals(asks, Tcp.isConnectionRequest(segment, 1));
        assertEquals(answers, Tcp.isConnectionAnswer(segment, 1));
        assertEquals(0xFEDC_BA98L, Tcp.acknowledgment(segment, 1));
    }

    @Test
    void aDatagramIsPlainWhenNeitherPortIsATunnels() {
        assertTrue(Udp.isPlain(ByteBuffer.wrap(hex("a5 c000 c001")), 1, 5));
        assertFalse(Udp.isPlain(ByteBuffer.wrap(hex("a5 12b5 c001")), 1, 5));
        assertFalse(Udp.isPlain(ByteBuffer.wrap(hex("a5 c000 12b5")), 1, 5));
        assertFalse(Udp.isPlain(ByteBuffer.wrap(hex("a5 c000 c0")), 1, 4), "the ports were not captured");
    }

    @Test
    void linuxMarksFramesOfItsLoopbackInterface() {
        assertTrue(LinuxSll.isLoopback(ByteBuffer.wrap(hex("a5 0000 0304 0006 0000000000000000 0800")), 1));
        assertFalse(LinuxSll.isLoopback(ByteBuffer.wrap(hex("a5 0304 0001 0006 0000000000000000 0304")), 1));
        assertTrue(LinuxSll2.isLoopback(ByteBuffer.wrap(hex("a5 0800 0000 00000001 0304 00 06 0000000000000000")), 1));
        assertFalse(LinuxSll2.isLoopback(ByteBuffer.wrap(hex("a5 0304 0304 03040304 0001 04 06 0304030403040304")), 1));
        assertTrue(Ethernet.isLoopback(ByteBuffer.wrap(hex("a5", "00".repeat(12), "0800")), 1));
        assertFalse(Ethernet.isLoopback(ByteBuffer.wrap(hex("00", "00".repeat(11), "01 0800")), 1));
        assertFalse(Ethernet.isLoopback(ByteBuffer.wrap(hex("00 01", "00".repeat(11), "0800")), 1));
    }

    @Test
    void anEthernetSourceOfZerosIsNone() {
        assertEquals(
                "02:00:00:00:00:01", Ethernet.source(ByteBuffer.wrap(hex("a5 ffffffffffff 020000000001 0800")), 1));
        assertNull(Ethernet.source(ByteBuffer.wrap(hex("a5 ffffffffffff 000000000000 0800")), 1));
    }
}
