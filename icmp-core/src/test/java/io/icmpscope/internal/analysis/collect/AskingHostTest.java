package io.icmpscope.internal.analysis.collect;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.Trace;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question, its answers and the errors about it have one asking host: here that is "a", and "b" was asked. */
class AskingHostTest {

    private static final String A4 = "c0000201";
    private static final String B4 = "c0000202";
    private static final String ROUTER4 = "cb007101";
    private static final String A6 = "20010db8000000000000000000000001";
    private static final String B6 = "20010db8000000000000000000000002";

    private static final String QUOTE4 = "45 00 001c 0001 0000 01 01 0000" + A4 + B4 + "0800 0000 0001 0001";
    private static final String QUOTE6 = "60000000 0008 3a 01" + A6 + B6 + "8000 0000 0001 0001";

    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";
    private static final int SYN_ACK = 0x12;
    private static final int RST_ACK = 0x14;
    private static final String LINK = AskingHost.LINK.toString();

    @Test
    void ofAPingItIsTheRequester() throws Exception {
        assertEquals(A, host(Ping.between(A, B).request(1)));
        assertEquals(A, host(Ping.between(A, B).reply(1)));
        assertEquals(
                "2001:db8::1", host(Ping.between("2001:db8::1", "2001:db8::2").request(1)));
        assertEquals(
                "2001:db8::1", host(Ping.between("2001:db8::1", "2001:db8::2").reply(1)));
    }

    @ParameterizedTest
    @CsvSource({"0d, 0e", "0f, 10", "11, 12", "25, 26", "2a, 2b"}) // time, information, mask, name, extended echo
    void ofTheOtherQueriesTooAndOfTheirReplies(String request, String reply) throws Exception {
        String rest = "00 0000 0001 0001 00000000 00000000 00000000";
        assertEquals(A, icmp(A4, B4, request + rest));
        assertEquals(A, icmp(B4, A4, reply + rest));
    }

    @ParameterizedTest
    @CsvSource({"8b, 8c", "90, 91", "92, 93", "a0, a1"}) // node information, home agents, prefixes, extended echo
    void inIcmpv6Too(String request, String reply) throws Exception {
        String rest = "00 0000 0001 0001 00000000 00000000 00000000";
        assertEquals("2001:db8::1", icmpv6(A6, B6, request + rest));
        assertEquals("2001:db8::1", icmpv6(B6, A6, reply + rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0300", "0304", "0400", "0500", "0501", "0b00", "0c00", "2800"})
    void ofAnErrorItIsWhoSentWhatItQuotes(String typeAndCode) throws Exception {
        assertEquals(A, icmp(ROUTER4, A4, typeAndCode + "0000 00000000" + QUOTE4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100", "0200", "0300", "0400", "6400"}) // the last is an error that nobody knows
    void ofAnErrorOfIcmpv6Too(String typeAndCode) throws Exception {
        assertEquals("2001:db8::1", icmpv6(B6, A6, typeAndCode + "0000 00000000" + QUOTE6));
    }

    /** A translator of addresses between them: the error comes to another address than the one in its quote. */
    @Test
    void theQuoteCountsEvenWhenTheErrorWasSentToAnother() throws Exception {
        assertEquals(A, icmp(ROUTER4, "c6336401", "0b00 0000 00000000" + QUOTE4));
    }

    @Test
    void ofAnErrorWhoseQuoteEndsBeforeTheSourceItIsTheReceiver() throws Exception {
        assertEquals(A, icmp(ROUTER4, A4, "0b00 0000 00000000 45 00 001c 0001 0000 01 01 0000 c000"));
        assertEquals(A, icmp(ROUTER4, A4, "0b00 0000 00000000"));
        assertEquals(A, icmp(ROUTER4, A4, "0b"));
        assertEquals("2001:db8::1", icmpv6(B6, A6, "0300 0000 00000000 60000000 0008 3a 01 2001"));
        assertEquals("2001:db8::1", icmpv6(B6, A6, "6400 0000 00000000"));
    }

    @ParameterizedTest
    @ValueSource(ints = {130, 131, 132, 133, 134, 135, 136, 137, 141, 142, 143, 151, 152, 153})
    void discoveryIsOfTheLinkWhoeverSendsIt(int type) throws Exception {
        String message = String.format("%02x00 0000 00000000", type);
        assertEquals(LINK, icmpv6(A6, B6, message + A6 + B6));
        assertEquals(LINK, icmpv6(B6, A6, message)); // cut or too short as it may be
    }

    @Test
    void routerDiscoveryOfIpv4IsOfTheLink() throws Exception {
        assertEquals(LINK, icmp(ROUTER4, "e0000001", "0900 0000 0102 0708 c00002fd 00000000"));
        assertEquals(LINK, icmp(A4, "e0000002", "0a00 0000 00000000"));
    }

    @Test
    void theSameNumbersOfTheOtherVersionAreNot() throws Exception {
        assertEquals(A, icmp(A4, B4, "8700 0000 00000000" + A6));
        assertEquals("2001:db8::1", icmpv6(B6, A6, "0900 0000 00000000" + QUOTE6));
    }

    @ParameterizedTest
    @ValueSource(ints = {138, 148, 154, 155, 157, 200, 255})
    void whatIsNoAnswerIsItsSenders(int type) throws Exception {
        String message = String.format("%02x00 0000 00000000 00000000", type);
        assertEquals("2001:db8::1", icmpv6(A6, B6, message));
        assertEquals(A, icmp(A4, B4, message));
    }

    @Test
    void ofATraceroutesProbeItIsTheSenderAndOfWhatAnswersTheReceiver() throws Exception {
        Trace trace = Trace.between(A, B);
        byte[] syn = trace.tcp(3, 40_000, 80, 1);
        assertEquals(A, host(trace.udp(3, 33_440)));
        assertEquals(A, host(syn));
        assertEquals(A, host(syn, trace.tcpAnswer(80, 40_000, 2, SYN_ACK)));
        assertEquals(A, host(syn, trace.tcpAnswer(80, 40_000, 2, RST_ACK)));
    }

    private static String icmp(String from, String to, String message) throws Exception {
        String length = String.format("%04x", 20 + hex(message).length);
        return host(hex("45 00" + length + "0001 0000 40 01 0000" + from + to, message));
    }

    private static String icmpv6(String from, String to, String message) throws Exception {
        String length = String.format("%04x", hex(message).length);
        return host(hex("60000000" + length + "3a ff" + from + to, message));
    }

    /** The asking host of the last packet. */
    private static String host(byte[]... packets) throws Exception {
        Pcap capture = Pcap.bigEndian().network(101);
        for (byte[] packet : packets) {
            capture.record(1, 0, packet);
        }
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture.bytes()))))) {
            for (byte[] packet : packets) {
                assertTrue(pump.nextEvent(), () -> packet.length + " bytes");
            }
            return AskingHost.of(pump.view()).toString();
        }
    }
}
